/** What a household reads at its own address. */
export const resident = {
  front: 'Ban Thường trực Ủy ban MTTQ Việt Nam {{commune}}',
  days: 'Nhận phiếu đến hết ngày {{to}}. Phiếu có {{count}} câu.',
  languages: 'Ngôn ngữ của câu hỏi',
  listen: 'Nghe câu hỏi',
  before: 'Trước khi trả lời',
  who: 'Ai hỏi?',
  why: 'Hỏi để làm gì?',
  whyText:
    'Để biết các hộ hài lòng hay chưa với kết quả xây dựng nông thôn mới. Kết quả được dùng khi xét, công nhận xã.',
  kept: 'Giữ lại những gì?',
  keptText:
    'Hộ đã trả lời hay chưa, và các câu trả lời: hai việc để riêng. Không ghi tên, số điện thoại, máy đã dùng. Không ai xem được hộ nào trả lời thế nào.',
  sendOnce: 'Mỗi hộ một phiếu. Trước khi khóa thu phiếu, hộ có thể trả lời lại; phiếu sau thay phiếu trước.',
  phone: {
    kept: 'Máy này giữ bản nháp của phiếu: đóng trang rồi mở lại vẫn còn.',
    full: 'Máy này không cho giữ bản nháp. Đừng đóng trang trước khi gửi xong.',
    wipeDraft: 'Xóa bản nháp trên máy này',
    wiped: 'Đã xóa. Máy này không còn giữ gì của phiếu.',
    sure: 'Xóa phiếu khỏi máy này? Những gì đã chọn, đã viết sẽ mất.',
    sending: 'Đang gửi phiếu…',
    unsent: 'Chưa gửi',
    unsentText:
      'Không có mạng. Phiếu còn nằm trên máy này. Khi có mạng, máy tự gửi nếu trang này đang mở; hãy để trang mở, hoặc mở lại sau.',
    sent: 'Đã gửi, chờ xác nhận',
    sentText:
      'Chưa có trả lời nên chưa chắc phiếu đã tới nơi. Máy tự gửi lại mỗi phút; gửi mấy lần cũng chỉ tính một phiếu.',
    sendNow: 'Gửi ngay',
    edit: 'Sửa lại phiếu',
    wipe: 'Xóa khỏi máy này',
  },
  fault: {
    'answer-missing': '{{line}}: chọn “Hài lòng” hoặc “Chưa hài lòng”.',
    'answer-unknown': '{{line}}: câu trả lời không đọc được, hãy chọn lại.',
    'text-too-long': '{{line}}: viết dài quá, hãy rút ngắn lại.',
    'text-unreadable': '{{line}}: có ký tự không đọc được, hãy gõ lại.',
  },
  line: { question: 'Câu {{number}}', overall: 'Câu hỏi chung', reason: '{{line}}, lý do' },
  received: 'Đã ghi nhận phiếu của hộ',
  receivedLead: 'Cảm ơn hộ đã trả lời. Phiếu đã nằm trong hòm phiếu và sẽ được đếm.',
  answered: 'Hộ đã gửi phiếu',
  answeredLead: 'Phiếu của hộ đã được ghi nhận. Mỗi hộ một phiếu, gửi lại cũng không thành hai.',
  again: 'Trả lời lại',
  againLead: 'Hộ đã gửi phiếu. Phiếu này sẽ thay phiếu trước khi khóa thu phiếu; mã biên nhận giữ nguyên.',
  byBatch:
    'Hộ đã nộp phiếu giấy. Phiếu giấy không ghi tên hộ nên không tìm lại để thay được; phiếu ấy vẫn được tính.',
  againHow: 'Muốn đổi câu trả lời, hoặc phiếu trước do người khác trả lời thay?',
  beforeLead:
    'Hộ đã trả lời từ trước khi đợt lấy ý kiến được mở lại. Phiếu của hộ vẫn được tính, hộ không phải làm gì thêm.',
  beforeReceipt: 'Mã biên nhận ghi lúc gửi phiếu vẫn dùng được để kiểm tra phiếu đã được tính.',
  notUs: 'Nhà mình chưa ai trả lời?',
  notUsText: 'Báo ngay cho Ban công tác Mặt trận của thôn hoặc Ủy ban MTTQ xã để kiểm tra.',
  receipt: 'Mã biên nhận',
  keepReceipt:
    'Chép lại hoặc chụp màn hình mã này. Mã cho thấy phiếu đã được nhận, không cho biết hộ trả lời thế nào.',
  next: 'Tiếp theo là gì?',
  nextText:
    'Sau ngày {{date}}, Mặt trận xã khóa thu phiếu, đếm phiếu, rồi niêm yết kết quả ở thôn, ở xã và đăng ở trang kết quả.',
  leave: 'Dùng máy của người khác? Đóng trang này trước khi trả máy.',
  results: 'Xem kết quả các đợt đã khóa',
  closed: 'Đã hết hạn nhận phiếu',
  closedLead: 'Đợt lấy ý kiến này đã khóa thu phiếu, không nhận thêm phiếu nữa.',
  cancelled: 'Đợt lấy ý kiến đã bị hủy',
  cancelledLead:
    'Mã này không dùng để trả lời được nữa. Các phiếu đã gửi trong đợt này đã được xóa, không ai xem được.',
  cancelledNext: 'Khi có đợt mới, hộ sẽ nhận mã mới. Cần hỏi thêm, liên hệ Ủy ban MTTQ {{commune}}.',
  closedLost: 'Phiếu vừa gửi đến muộn nên không được tính.',
  closedKept: 'Hộ nào đã có mã biên nhận thì phiếu đã được tính.',
  closedResults: 'Xem kết quả của {{commune}}',
  byHand: 'Thôn đã kiểm phiếu giấy',
  byHandLead:
    'Phiếu giấy của thôn đã được kiểm và ghi vào biểu của thôn, nên không nhận thêm phiếu gửi qua mạng.',
  byHandAsk: 'Hộ chưa được đưa phiếu giấy? Hỏi ngay Ban công tác Mặt trận của thôn hoặc Ủy ban MTTQ xã.',
  wrongTitle: 'Mã chưa đúng',
  mistyped: 'Mã này thiếu hoặc sai một vài chữ. So lại với tờ giấy phát cho hộ rồi gõ lại.',
  replaced:
    'Mã này đã được thay bằng mã khác của hộ. Dùng tờ mã mới nhất; nếu không có, hỏi Tổ lấy ý kiến của thôn.',
  unknown:
    'Không có hộ nào mang mã này. So lại với tờ giấy phát cho hộ; nếu vẫn không mở được, hỏi Ban công tác Mặt trận của thôn để được cấp lại mã.',
}
