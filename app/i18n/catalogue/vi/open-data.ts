/** Open data, traces, and answers by village or commune with small units told together. */
export const openData = {
  title: 'Số liệu mở',
  what: 'Mỗi thôn hoặc xã, mỗi nội dung một dòng: số phiếu, số hài lòng, chưa hài lòng, bỏ trống và mẫu số. Tỷ lệ tính từ các số đó.',
  csv: 'Tải .csv',
  json: 'Xem .json',
  small:
    'Thôn có quá ít phiếu không đăng câu trả lời riêng mà gộp với thôn khác, để không ai đoán ra hộ nào trả lời thế nào; cộng lại vẫn đúng bằng số của cả xã.',
  withheldTitle: 'Chưa đăng câu trả lời của đợt này',
  withheld: {
    'too-few-ballots':
      'Dưới năm phiếu hợp lệ: đăng ra là biết hộ nào trả lời thế nào. Ở đây chỉ có số phiếu.',
    'in-joint':
      'Đợt này là một phần của đợt nhiều xã và có ít phiếu nên chỉ tính chung với xã khác. Ở đây chỉ có số phiếu.',
  },
  jointLink: 'Xem kết quả của đợt nhiều xã',
  traces: {
    title: 'Kiểm tra lại',
    what: 'Hai thứ sau cho thấy số liệu, phiếu và mã biên nhận là của cùng một lần kiểm phiếu.',
    fingerprint: 'Mã dữ liệu khi khóa thu phiếu (bản {{version}}), in trên báo cáo và gói kiểm chứng:',
    rootsTitle: 'Mã gốc cây biên nhận của từng thôn',
    rootsCaption: 'Mã gốc cây biên nhận',
    root: 'Mã gốc',
  },
  units: {
    title: 'Câu trả lời theo thôn, {{commune}}',
    lead: 'Mỗi lần xem một nội dung. Thôn có quá ít phiếu được gộp với nhau; cộng các dòng bằng cả xã.',
    link: 'Xem câu trả lời theo thôn, từng nội dung',
    content: 'Nội dung',
    show: 'Xem',
    village: 'Thôn',
    commune: 'Xã',
    group: 'Gộp: {{names}}',
    total: 'Cộng',
  },
}
