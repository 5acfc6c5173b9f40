import type { StaticModel } from '../../core/search/index.ts';
import { message, text, valueInfo, type Field } from '../embedder/index.ts';

/** Element types of ONNX tensors. */
const FLOAT = 1;
const INT8 = 3;
const INT64 = 7;
const OPSET = 13;
const IR_VERSION = 8;

/**
 * A static model as an ONNX ModelProto: `last_hidden_state` is, for each of `input_ids`, the row
 * times its scale. Mean pooling and normalising, which the caller does, then give the sentence.
 * `padding` zero rows stand before the model's own, for special tokens.
 */
export function writeOnnxGraph({ dimensions, scales, table }: StaticModel, padding: number): Uint8Array {
  const rows = padding + scales.length;
  const paddedTable = new Int8Array(rows * dimensions);
  paddedTable.set(table, padding * dimensions);
  const paddedScales = new Float32Array(rows);
  paddedScales.set(scales, padding);
  const graph = message([
    [1, node('Gather', ['table', 'input_ids'], 'levels')],
    [1, node('Gather', ['scales', 'input_ids'], 'scale')],
    [1, node('Cast', ['levels'], 'rows', [[5, castTo(FLOAT)]])],
    [1, node('Mul', ['rows', 'scale'], 'last_hidden_state')],
    [2, text('static')],
    [5, tensor('table', INT8, [rows, dimensions], new Uint8Array(paddedTable.buffer))],
    [5, tensor('scales', FLOAT, [rows, 1], new Uint8Array(paddedScales.buffer))],
    [11, valueInfo('input_ids', INT64, ['batch', 'length'])],
    [12, valueInfo('last_hidden_state', FLOAT, ['batch', 'length', dimensions])],
  ]);
  return message([
    [1, IR_VERSION],
    [7, graph],
    [8, message([[2, OPSET]])],
  ]);
}

function node(
  type: string,
  inputs: readonly string[],
  output: string,
  more: readonly Field[] = [],
): Uint8Array {
  return message([
    ...inputs.map((input): Field => [1, text(input)]),
    [2, text(output)],
    [4, text(type)],
    ...more,
  ]);
}

/** The attribute `to` of a Cast: an integer (attribute type 2). */
function castTo(type: number): Uint8Array {
  return message([
    [1, text('to')],
    [3, type],
    [20, 2],
  ]);
}

function tensor(name: string, type: number, shape: readonly number[], raw: Uint8Array): Uint8Array {
  return message([...shape.map((size): Field => [1, size]), [2, type], [8, text(name)], [9, raw]]);
}
