export const openData = {
  title: 'Open data',
  what: 'A line for each village or commune and each content: ballots, satisfied, dissatisfied, blank, and the base. Rates follow from these.',
  csv: 'Download .csv',
  json: 'Open .json',
  small:
    'A village with very few ballots is not told by itself but together with others, so that nobody can guess how a household answered; the lines still add up to the commune.',
  withheldTitle: 'The answers of this round are not published',
  withheld: {
    'too-few-ballots':
      'Fewer than five valid ballots: to publish them would tell how a household answered. Only the ballots are counted here.',
    'in-joint':
      'This round is part of a joint round and has few ballots, so it is told together with another commune. Only the ballots are counted here.',
  },
  jointLink: 'See the results of the joint round',
  traces: {
    title: 'Check it yourself',
    what: 'By these two anybody can see that figures, ballots and receipts belong to one count.',
    fingerprint:
      'Fingerprint of the data when collecting closed (version {{version}}), as printed in the report and the evidence pack:',
    rootsTitle: 'Root of the receipts of each village',
    rootsCaption: 'Roots of the receipts',
    root: 'Root',
  },
  units: {
    title: 'Answers by village, {{commune}}',
    lead: 'One content at a time. Villages with very few ballots stand together; the lines add up to the commune.',
    link: 'Answers by village, content by content',
    content: 'Content',
    show: 'Show',
    village: 'Village',
    commune: 'Commune',
    group: 'Together: {{names}}',
    total: 'Sum',
  },
}
