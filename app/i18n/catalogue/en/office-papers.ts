/** Papers of a round: the list of them, and how each looks before it is downloaded. */
export const papers = {
  title: 'Papers of the round',
  lead: 'Look at a paper on the screen, download it as Word or Excel to complete and sign, as PDF to print and keep. All three say the same in every figure.',
  paper: 'Paper',
  view: 'Preview',
  viewOf: 'Preview: {{paper}}',
  files: 'Download',
  word: 'Download Word',
  wordOf: 'Download Word: {{paper}}',
  excel: 'Download Excel',
  excelOf: 'Download Excel: {{paper}}',
  pdf: 'Download PDF',
  pdfOf: 'Download PDF: {{paper}}',
  perVillage: 'One for each village',
  asOfToday:
    'Made from the figures as they stand, dated today. To print this page, use the print command of your browser.',
  all: 'All papers, preview',
  kind: {
    plan: 'Plan of the round',
    minutes: 'Count minutes',
    tally: 'Tally sheets',
    'posting-notice': 'Posting notice',
    report: 'Report of results',
    'verification-note': 'Verification note',
  },
  waits: {
    closing: 'Comes once collecting is closed.',
    posting: 'Comes once the results are posted.',
    joint:
      'Part of a round of several communes: its conclusion is that of the whole round, a commune has no report of its own.',
  },
}
