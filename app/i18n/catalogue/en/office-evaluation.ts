export const evaluation = {
  title: 'Evaluation',
  of: 'Evaluation: {{name}}',
  lead: 'All that there is to look at in verification, on one page. Every figure says how it is made and where it comes from.',
  sensitivity: {
    title: 'What would change the verdict',
    none: 'No document settles the base and the measure of coverage, but whichever is chosen, the thresholds give the same outcome.',
    lead: 'No document settles these ways of counting. Another choice would give another outcome:',
    line: '{{key}}: with “{{value}}” the outcome is {{outcome}}.',
  },
  coverage: {
    title: 'Households asked, by village',
    caption: 'Households and ballots of each village, the lowest coverage first',
    everybody: 'Every household was asked.',
    sample:
      'A sample was asked: {{drawn}} households drawn of {{households}}; coverage below is of all households.',
    noMinimum: 'The rules have no minimum to compare with yet.',
    below:
      '{{below}} of {{villages}} villages stay below the minimum {{minimum}}. It is meant for the whole area; villages below it are marked for a closer look.',
    short: 'Below the minimum',
    byHand: 'Counted by hand: {{count}} ballots',
  },
}
