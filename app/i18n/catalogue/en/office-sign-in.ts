export const signIn = {
  title: 'Sign in',
  lead: 'For the staff of the Front, village collectors and agencies in charge. Residents answer with their household code and need no account.',
  username: 'Username',
  password: 'Password',
  submit: 'Sign in',
  forgotten:
    'No account, or forgot the password? Commune cadres ask the administrator of the province; collectors ask the Front of the commune.',
  ready: 'The administrator account is ready. Sign in with the name and password you have just chosen.',
  newPassword: 'The new password is saved. Sign in with it.',
  endedTitle: 'Your session has ended',
  ended:
    'The form you sent was not received. What you typed is kept on this page: sign in again and send it.',
  endedFile: 'A chosen file cannot be kept. Sign in again and choose the file again.',
  resumedTitle: 'Signed in again',
  resumed: 'The form is as you left it. Press “Send again”.',
  resend: 'Send again',
  chooseFile: 'Choose the file again',
}

export const setup = {
  title: 'Make the first administrator',
  lead: 'Done once. The administrator adds communes, villages and accounts, and sees no answers.',
  token: 'One-time token',
  tokenHint: 'Printed on the console at start.',
  name: 'Full name',
  username: 'Username',
  usernameHint: 'Small letters without accents, digits, dots, hyphens; 2 to 40 characters.',
  password: 'Password',
  passwordHint: 'At least 10 characters. A short sentence you remember is best.',
  provinceCode: 'Province code',
  provinceCodeHint: 'Two digits of decision 19/2025/QĐ-TTg, for example 24.',
  provinceName: 'Province name',
  provinceNameHint: 'In full, for example: Tỉnh Bắc Ninh.',
  submit: 'Make the account',
}
