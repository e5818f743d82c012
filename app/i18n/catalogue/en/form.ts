export const form = {
  errorSummary: 'Please mend the following',
  error: 'Error:',
  optional: '(optional)',
  choose: 'Choose…',
  copy: 'Copy',
  copied: 'Copied.',
}
