/** Keys are the verdicts of app/verdict. */
export const verdict = {
  met: 'Đạt',
  'not-met': 'Chưa đạt',
  'no-basis': 'Chưa có căn cứ',
}
