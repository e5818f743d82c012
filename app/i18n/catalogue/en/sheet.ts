export const sheet = {
  title: 'Household codes: {{village}}',
  asked: 'Household satisfaction ballot',
  household: 'Household no. {{number}}',
  code: 'Household code',
  stepOne: 'Scan the QR code with a phone, or open {{site}} and enter the code.',
  stepTwo: 'Choose “Satisfied” or “Not satisfied” for each question.',
  stepThree: 'Press “Send the ballot” by the end of {{date}}. Keep this code to yourselves.',
  qr: 'QR code that opens the household’s ballot',
  print: 'Print this page with your browser (Ctrl+P) on A4, eight households a sheet.',
}
