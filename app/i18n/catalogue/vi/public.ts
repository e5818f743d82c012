/** Results for everybody. Named apart because `public` is a reserved word. */
export const publicPages = {
  listTitle: 'Kết quả lấy ý kiến',
  listLead:
    'Các đợt đã khóa thu phiếu, mới nhất ở trên. Mỗi đợt có số phiếu, tỷ lệ kèm số đếm và kết luận theo bộ quy tắc.',
  empty: 'Chưa có đợt nào khóa thu phiếu. Khi một xã khóa thu phiếu và đếm xong, kết quả có ngay ở đây.',
  title: 'Kết quả lấy ý kiến {{commune}}',
  description:
    'Hài lòng chung {{rate}} ({{part}}/{{whole}} phiếu), {{collected}} phiếu thu về của {{households}} hộ.',
  descriptionHeads: '{{collected}} phiếu thu về của {{households}} hộ.',
  askedBy: '{{front}} lấy ý kiến các hộ. Thu phiếu đã khóa ngày {{closed}}.',
  handTitle: 'Có thôn kiểm phiếu tay',
  hand: '{{village}}: {{byHand}} phiếu kiểm tay theo biểu của thôn, {{ballots}} phiếu nhập từng phiếu.',
  method: {
    title: 'Các số này được tính thế nào?',
    household: 'Mỗi hộ một phiếu. Số hộ của từng thôn được chốt khi bắt đầu lấy ý kiến và không đổi nữa.',
    rate: 'Tỷ lệ hài lòng là số phiếu “Hài lòng” chia cho số {{base}}. Hài lòng chung là một câu hỏi riêng.',
    blank: 'Dòng để trống hoặc đánh cả hai ô: {{treatment}}.',
    pooled: 'Số của cả xã là cộng số phiếu của các thôn, không lấy trung bình các tỷ lệ.',
    exact: 'So với ngưỡng bằng số đếm, trước khi làm tròn. Tỷ lệ chỉ làm tròn lúc in ra.',
    secret:
      'Lời viết của các hộ không đăng ở đây, và thôn có quá ít phiếu được gộp với thôn khác, để không ai đoán ra hộ nào trả lời thế nào.',
  },
  posting: {
    title: 'Niêm yết kết quả',
    ahead: 'Kết quả sẽ được niêm yết từ {{from}} đến hết {{to}}.',
    running: 'Kết quả đang được niêm yết, từ {{from}} đến hết {{to}}.',
    over: 'Kết quả đã được niêm yết từ {{from}} đến hết {{to}}.',
    left: 'Còn {{count}} ngày.',
    where: 'Nơi niêm yết: {{places}}.',
    how: 'Thấy con số chưa đúng, gửi ý kiến trong thời gian niêm yết đến Ban công tác Mặt trận của thôn hoặc: {{contact}}. Mọi ý kiến được ghi lại và trả lời.',
  },
  verified: 'Kết quả này đã được thẩm tra; văn bản thẩm tra ký đủ ngày {{date}}.',
  versions: {
    noteReplaced: 'Văn bản thẩm tra của bản này, ký ngày {{date}}, đã được thay bởi bản {{version}}.',
    title: 'Kết quả này là bản {{version}}',
    name: 'Bản {{version}}',
    link: 'Bản {{version}}, khóa ngày {{date}}',
    because: 'đã được thay bằng bản {{version}} vì: {{reason}}',
    replaced: 'Đây là bản {{version}}, đã được thay',
    reopened: 'Đợt được mở lại ngày {{date}} thành bản {{version}}, lý do: {{reason}}',
    collecting: 'Đợt đang thu thêm phiếu; kết quả mới có sau khi khóa lại.',
    current: 'Xem kết quả hiện nay',
  },
  objection: {
    title: 'Thấy con số nào chưa đúng?',
    where:
      'Kết quả được niêm yết ở nhà văn hóa thôn và trụ sở xã. Trong thời gian niêm yết, người dân có quyền hỏi lại và kiến nghị.',
    how: 'Gửi ý kiến đến Ban công tác Mặt trận của thôn hoặc {{front}}. Nêu rõ thôn nào, con số nào và vì sao.',
    receipt: 'Hộ nào có mã biên nhận thì mang theo; mã không cho biết hộ đã trả lời thế nào.',
  },
}
