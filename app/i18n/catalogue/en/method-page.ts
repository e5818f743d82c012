export const methodPage = {
  title: 'How every figure is made',
  link: 'how',
  linkOf: 'How it is made: {{what}}',
}
