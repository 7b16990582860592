// Stands in for the real @actions/exec, which @actions/core imports for `platform`, unused here. Without it the bundle
// is 46 kB smaller and holds nothing that could start another program.
export function getExecOutput() {
  return Promise.reject(new Error('This action starts no other program.'));
}
