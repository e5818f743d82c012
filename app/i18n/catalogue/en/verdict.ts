/** Keys are the verdicts of app/verdict. */
export const verdict = {
  met: 'Met',
  'not-met': 'Not met',
  'no-basis': 'No basis yet',
}
