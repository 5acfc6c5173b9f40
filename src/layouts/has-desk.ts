/**
 * Whether pages of this build lead to agents. A page that is made on request knows it from the server; one that is
 * made beforehand from the build: never without a server.
 */
export function hasDesk(): boolean {
  return process.env['PANDU_STATIC'] !== '1' && process.env['PANDU_DESK'] !== 'off';
}
