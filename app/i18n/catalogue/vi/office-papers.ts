/** Papers of a round: the list of them, and how each looks before it is downloaded. */
export const papers = {
  title: 'Giấy tờ của đợt',
  lead: 'Xem trước trên màn hình, tải Word hoặc Excel để sửa và trình ký, tải PDF để in và lưu. Ba bản giống nhau từng con số.',
  paper: 'Giấy tờ',
  view: 'Xem trước',
  viewOf: 'Xem trước: {{paper}}',
  files: 'Tải về',
  word: 'Tải Word',
  wordOf: 'Tải Word: {{paper}}',
  excel: 'Tải Excel',
  excelOf: 'Tải Excel: {{paper}}',
  pdf: 'Tải PDF',
  pdfOf: 'Tải PDF: {{paper}}',
  perVillage: 'Mỗi thôn một biên bản',
  asOfToday:
    'Lập theo số liệu hiện có, ngày ghi là hôm nay. Muốn in trang này: dùng lệnh in của trình duyệt.',
  all: 'Mọi giấy tờ, xem trước',
  kind: {
    plan: 'Kế hoạch lấy ý kiến',
    minutes: 'Biên bản kiểm phiếu',
    tally: 'Biểu tổng hợp',
    'posting-notice': 'Thông báo niêm yết',
    report: 'Báo cáo kết quả',
    'verification-note': 'Văn bản thẩm tra',
  },
  waits: {
    closing: 'Có sau khi khóa thu phiếu.',
    posting: 'Có sau khi niêm yết kết quả.',
    joint: 'Thuộc đợt nhiều xã: kết luận ở kết quả chung của đợt, xã không có báo cáo riêng.',
  },
}
