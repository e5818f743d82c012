/** A day `yyyy-mm-dd` as papers print it: `05/03/2026`. */
export const formatDay = (day: string): string => day.split('-').reverse().join('/')

/**
 * A day as the head of a state paper writes it: `ngày 05 tháng 02 năm 2026`, with a zero before days under ten and before
 * January and February only (NĐ 30/2020/NĐ-CP, Phụ lục I, phần II, mục I.4).
 */
export const longDay = (day: string): string => {
  const [year = '', month = '', date = ''] = day.split('-')
  return `ngày ${date} tháng ${Number(month) > 2 ? Number(month) : month} năm ${year}`
}
