export const codes = {
  title: 'Household codes',
  lead: "Cut along the lines and hand one to each household. A code is the household's right to answer: hand it over in person, take no photos, send no lists.",
  issued_one: 'Noted: handed out to {{count}} household.',
  issued_other: 'Noted: handed out to {{count}} households.',
  issue: 'Note as handed out',
  issueHint:
    'Press when the whole village has got its codes: {{issued}}/{{households}} households are noted.',
  allIssued: 'Handed out to all {{households}} households.',
}

export const collect = {
  title: 'Collect ballots',
  chooseLead: 'Choose the village you are collecting in.',
  villageLine: '{{collected}}/{{households}} households answered',
  none: 'No village of this round is yours to collect in.',
  means: 'Means',
  search: 'Find a household',
  searchHint: 'Name or number; accents are not needed.',
  find: 'Find',
  all: 'See the whole village',
  found_one: '{{count}} household found for “{{text}}”.',
  found_other: '{{count}} households found for “{{text}}”.',
  nothing: 'No household matches. Try a shorter text or see the whole village.',
  households: 'Households in the village: {{count}}',
  showWaiting: 'Show only households yet to answer',
  showAll: 'Show households that answered as well',
  number: 'Household no. {{number}}',
  noNumber: 'No number',
  unnamed: 'Name removed',
  waiting: 'Not answered yet',
  answered: 'Answered: {{means}}',
  otherVillage: 'Choose another village',
  saved:
    "The household's ballot is recorded. Receipt code: {{receipt}}. Read or copy it out for the household.",
  stands:
    'This household had a ballot already. The earlier one stands; the one just entered was not recorded. Receipt code of the earlier ballot: {{receipt}}.',
}

export const entry = {
  title: "A household's ballot",
  how: {
    visit:
      "Read each question aloud and record the household's own answer. Do not suggest, do not answer for them.",
    meeting: "Record the household's own answer at the meeting. Do not suggest, do not answer for them.",
    paper:
      'Copy the sheet as it is: choose “Left blank” for an empty line and “Both boxes ticked” for two ticks.',
  },
  invalid: 'The whole ballot is invalid',
  invalidHint:
    'Only when the sheet cannot be read (torn, soiled, not of this round). The lines below are not recorded then.',
  save: 'Record the ballot',
  saveHint: 'Once recorded, this ballot can be neither seen nor changed.',
  back: 'To the households',
  answered:
    'This household has answered ({{means}}). One household, one ballot: nothing more can be entered.',
}
