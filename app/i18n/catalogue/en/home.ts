export const home = {
  title: 'Every household’s opinion counts',
  lead: 'Lòng Dân helps the Fatherland Front ask households how satisfied they are with new-countryside building, count the ballots exactly and publish the results.',
  codeTitle: 'Answer for your household',
  code: 'Household code',
  codeHint:
    'The code has 10 letters and digits and is printed on the slip your household received. For example: 7K3PM-X9QRT.',
  codeSubmit: 'Open the ballot',
  codeMissing: 'Enter the code printed on your household’s slip.',
  noCode: 'No code? Ask the village head or the village’s Front committee.',
  resultsTitle: 'See the results',
  results: 'Results of closed rounds',
  staffTitle: 'For staff',
  signIn: 'Sign in',
  howTitle: 'How the survey works',
  how: {
    one: 'Each household has one code and answers once.',
    two: 'The ballot asks for no name and no phone number.',
    three: 'Results are posted in the village, at the commune and on this site.',
  },
}
