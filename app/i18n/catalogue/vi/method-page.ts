/** The method as a page. */
export const methodPage = {
  title: 'Cách tính từng con số',
  link: 'cách tính',
  linkOf: 'Cách tính: {{what}}',
}
