/** Pages of staff, one file a part of their work. */
export const office = {
  campaigns: 'Đợt lấy ý kiến',
  administration: 'Quản trị',
}
