export const publicPages = {
  listTitle: 'Results of the surveys',
  listLead:
    'Closed rounds, the newest first. Each has its ballots, its rates with their counts, and the verdict of the rule pack.',
  empty:
    'No round has been closed yet. Once a commune has closed and counted, its results stand here at once.',
  title: 'Survey results of {{commune}}',
  description:
    'Satisfied overall {{rate}} ({{part}}/{{whole}} ballots), {{collected}} ballots collected of {{households}} households.',
  descriptionHeads: '{{collected}} ballots collected of {{households}} households.',
  askedBy: '{{front}} asked the households. Closed on {{closed}}.',
  handTitle: 'Some villages counted by hand',
  hand: '{{village}}: {{byHand}} ballots counted by hand on the village’s sheet, {{ballots}} entered one by one.',
  method: {
    title: 'How are these figures made?',
    household:
      'One ballot a household. The households of each village were fixed when collecting began and have not changed since.',
    rate: 'A rate is the number of “Satisfied” ballots divided by the {{base}}. Overall satisfaction is a question of its own.',
    blank: 'A line left blank or with both boxes ticked: {{treatment}}.',
    pooled: 'The commune’s figures add up the ballots of its villages; they are no mean of rates.',
    exact: 'Thresholds are compared with the counts, before rounding. A rate is rounded only when printed.',
    secret:
      'What households wrote is not published here, and villages with very few ballots stand together, so that nobody can guess how a household answered.',
  },
  posting: {
    title: 'Posting of the results',
    ahead: 'The results will be posted from {{from}} to the end of {{to}}.',
    running: 'The results are posted from {{from}} to the end of {{to}}.',
    over: 'The results were posted from {{from}} to the end of {{to}}.',
    left_one: '{{count}} day is left.',
    left_other: '{{count}} days are left.',
    where: 'Posted at: {{places}}.',
    how: 'If a figure looks wrong, tell the village’s Front committee while the results are posted, or: {{contact}}. Every opinion is recorded and answered.',
  },
  verified: 'These results have been verified; the verification note was fully signed on {{date}}.',
  versions: {
    noteReplaced: 'Its verification note, signed on {{date}}, was superseded by version {{version}}.',
    title: 'These results are version {{version}}',
    name: 'Version {{version}}',
    link: 'Version {{version}}, closed on {{date}}',
    because: 'was replaced by version {{version}}: {{reason}}',
    replaced: 'This is version {{version}}, which was replaced',
    reopened: 'The round was reopened on {{date}} as version {{version}}: {{reason}}',
    collecting: 'More ballots are being collected; the new results come after closing again.',
    current: 'See the present results',
  },
  objection: {
    title: 'Is a figure wrong?',
    where:
      'The results are posted at the village culture house and the commune office. While they are posted, residents may question them and petition.',
    how: 'Write to the village’s Front committee or to {{front}}. Say which village, which figure, and why.',
    receipt: 'Bring the receipt code if your household has one; it does not show how you answered.',
  },
}
