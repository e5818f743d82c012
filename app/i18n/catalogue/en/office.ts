export const office = {
  campaigns: 'Survey rounds',
  administration: 'Administration',
}
