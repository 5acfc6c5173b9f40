import { message, text, type Field } from './protobuf.ts';

/** ONNX's description of an input or output (ValueInfoProto): a tensor of one type; a size that varies has a name. */
export function valueInfo(name: string, type: number, shape: readonly (string | number)[]): Uint8Array {
  const sizes = shape.map((size): Field => [
    1,
    message([typeof size === 'string' ? [2, text(size)] : [1, size]]),
  ]);
  const tensor = message([
    [1, type],
    [2, message(sizes)],
  ]);
  return message([
    [1, text(name)],
    [2, message([[1, tensor]])],
  ]);
}
