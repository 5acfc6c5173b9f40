export {
  createId,
  createSecret,
  hashRequest,
  hashSecret,
  ID_FORM,
  isSecretOf,
  SECRET_FORM,
  type KeyedRequest,
} from './secrets.ts';
