export const exporting = {
  link: 'Export ballots',
  heading: 'Export counted ballots',
  lead: 'Every ballot of counted rounds, without a code, without a time, in the random order of the box.',
  every: 'All',
  title: 'Title',
  year: 'Year',
  campaign: 'Round',
  choose: 'Choose',
  offerTitle: 'The file will hold',
  offer: '{{campaigns}} rounds, {{ballots}} ballots, one a line.',
  byHand:
    'A village counted by hand has only the sums of its sheet and no single ballots, so it is not in this file.',
  xlsx: 'Download for Excel (.xlsx)',
  csv: 'Download as text (.csv)',
  columnsTitle: 'The columns of the file',
  columnsHead:
    'dot_lay_y_kien (round), danh_hieu (title), ma_xa (commune code), xa (commune), thon (village), hinh_thuc (means), ngon_ngu (language), ban (version of the results), hop_le (valid: 1 or 0). Groups below five have no means and no language.',
  columnsAnswers:
    'Then a column for each content: 1 satisfied, 2 dissatisfied, 0 blank, 3 both boxes; an empty cell is an invalid ballot, or a content that the round did not ask.',
  columnsOrder:
    'The .csv uses semicolons and UTF-8. The .xlsx goes on in another sheet after 1,048,575 rows.',
  columnsEnd:
    'The last line of the .csv says how many rows there are, such as “# 250000 rows”. A file without it is not whole.',
  listTitle: 'Files asked for',
  listLead: 'Hold rows and SHA-256 against the file you have; the same figures stand in the audit log.',
  none: 'No file was asked for yet.',
  when: 'When',
  who: 'Who',
  about: 'What',
  state: 'State',
  rows: 'Rows',
  hash: 'SHA-256',
  finished: 'Finished',
  running: 'Under way',
  failed: 'Not finished',
}
