export const ballot = {
  meaning: 'Meaning:',
  question: 'Question {{number}}.',
  overall: 'Overall question.',
  listen: 'Listen: {{line}}',
  answer: {
    satisfied: 'Satisfied',
    dissatisfied: 'Not satisfied',
    blank: 'Left blank',
    both: 'Both boxes ticked',
  },
  reason: 'Reason for not being satisfied',
  otherOpinion: 'Any other opinion',
  otherOpinionHint: 'What else should be done in the village or commune? Please name nobody.',
  submit: 'Send the ballot',
}
