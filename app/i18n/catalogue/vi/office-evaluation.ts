/** The evaluation that an appraiser reads. */
export const evaluation = {
  title: 'Đánh giá',
  of: 'Đánh giá: {{name}}',
  lead: 'Mọi điều cần xem khi thẩm tra, trên một trang. Mỗi con số có cách tính và nguồn.',
  sensitivity: {
    title: 'Điều gì làm kết luận thay đổi',
    none: 'Mẫu số và cách tính tỷ lệ hộ được lấy ý kiến chưa có văn bản quy định, nhưng chọn cách nào thì so với các ngưỡng cũng cho cùng kết quả.',
    lead: 'Chưa có văn bản nào quy định các cách tính sau. Chọn cách khác thì kết quả so với ngưỡng sẽ khác:',
    line: '{{key}}: nếu lấy “{{value}}” thì kết quả là {{outcome}}.',
  },
  coverage: {
    title: 'Hộ được lấy ý kiến theo thôn',
    caption: 'Số hộ và số phiếu của từng thôn, thôn có tỷ lệ thấp nhất trước',
    everybody: 'Hỏi toàn bộ hộ.',
    sample:
      'Hỏi theo mẫu: {{drawn}} hộ được rút trong {{households}} hộ; tỷ lệ dưới đây tính trên tổng số hộ.',
    noMinimum: 'Bộ quy tắc chưa có mức tối thiểu để so.',
    below:
      '{{below}}/{{villages}} thôn dưới mức tối thiểu {{minimum}}. Mức này áp dụng cho cả địa bàn; thôn dưới mức được đánh dấu để xem kỹ.',
    short: 'Dưới mức tối thiểu',
    byHand: 'Kiểm phiếu tay: {{count}} phiếu',
  },
}
