/** The code where a fault exposes a secret, exports a wrong name, or leaves something behind, and the test files that test it. */
export const ROOMS = [
  { files: /^src\/masking\//, tests: ['unit/masking/*', 'unit/inputs/content'] },
  {
    files: /^src\/language\/(?:names|taken-names|steering-variables|stars|target)\./,
    tests: [
      'unit/language/{names,taken-names,stars,steering-variables,target,request}',
      'unit/secrets/{match,resolve}',
      'unit/publication/{deliver,warnings,publication}',
    ],
  },
  { files: /^src\/publication\//, tests: ['unit/publication/*', 'unit/machine/limits', 'flow/descarteslabs'] },
  { files: /^src\/runner\/publish\./, tests: ['unit/runner/publish'] },
  {
    files: /^src\/http\/(?:retry|gate|pace|deadline)\./,
    tests: ['unit/http/{retry,gate,pace,deadline,failed-try,transport}', 'flow/*'],
  },
  {
    files: /^src\/login\/(?:shared-token|sealed-file)\./,
    tests: ['unit/login/shared-token', 'unit/undo/{clean-up,save}', 'flow/shared-token'],
  },
  {
    files: /^src\/undo\/|^src\/machine\/(?:own-folder|files)\./,
    tests: ['unit/undo/*', 'unit/machine/{own-folder,files}', 'unit/runner/publish', 'flow/*'],
  },
];
