/** Closing, reopening, minutes and posting of a round. */
export const closing = {
  title: 'Khóa thu phiếu',
  lead: 'Khóa rồi thì không nhận thêm phiếu. Nếu phải mở lại, đợt thành một bản mới, có ghi lý do và ai cũng thấy.',
  silent:
    'Còn {{silent}} hộ trong {{households}} hộ chưa trả lời. Sau khi khóa, các hộ này không trả lời được nữa.',
  all: 'Mọi hộ đều đã trả lời.',
  early: 'Chưa hết ngày cuối của đợt ({{date}}).',
  below: 'Tỷ lệ hộ được lấy ý kiến chưa đạt mức tối thiểu {{percent}}: còn thiếu {{count}} hộ.',
  belowSample:
    'Tỷ lệ hộ được lấy ý kiến chưa đạt mức tối thiểu {{percent}}: mẫu không đủ hộ để đạt mức này, dù mọi hộ được rút đều trả lời.',
  beyond:
    'Đã quá thời hạn {{limit}} ngày làm việc (đến hết {{date}}): đã dùng {{used}} ngày. Báo cáo ghi rõ việc này.',
  hangs:
    'Đã dùng {{used}} ngày làm việc, thời hạn {{limit}} ngày: còn trong hạn nếu không tính ngày đầu tiên.',
  batches:
    'Còn {{count}} lô phiếu giấy chưa chốt, nên chưa khóa được. Chốt hoặc hủy từng lô, rồi trở lại đây.',
  batchesLink: 'Mở danh sách lô phiếu',
  open: 'Còn mở ở từng thôn',
  openTable: 'Hộ và phiếu từng thôn',
  village: 'Thôn',
  households: 'Số hộ',
  answered: 'Đã trả lời',
  explained: 'Có lý do',
  unexplained: 'Chưa có lý do',
  waiting: 'Phiếu chờ trộn',
  unreadable: 'Phiếu hỏng',
  byHand: 'kiểm tay',
  whole: 'Toàn xã',
  waitingNote:
    'Phiếu chờ trộn được trộn và đếm khi khóa. Phiếu hỏng (dữ liệu không đọc được) tính là phiếu không hợp lệ và ghi trong biên bản.',
  reasons: 'Ghi lý do cho hộ chưa trả lời',
  reasonsLead:
    'Còn {{count}} hộ chưa trả lời và chưa có lý do. Ghi một lý do cho các hộ còn lại của từng thôn; hộ đã có lý do riêng giữ nguyên.',
  reasonsOne: 'Muốn ghi riêng từng hộ: mở thôn ở trang phát phiếu.',
  reasonsOneLink: 'Mở trang phát phiếu',
  reasonsNone: 'Hộ nào chưa trả lời cũng đã có lý do.',
  reasonOf: '{{village}}: {{count}} hộ',
  reasonAll: 'Các thôn còn lại',
  reasonsSubmit: 'Ghi lý do',
  reasonsDone: 'Đã ghi lý do.',
  what: 'Khi khóa thu phiếu',
  steps: {
    stop: 'Không nhận thêm phiếu nào: mã của hộ, phiếu giấy, phiếu thu tại nhà đều dừng.',
    mix: 'Các phiếu được trộn lẫn lần cuối rồi đếm lại từ đầu.',
    destroy:
      'Chìa khóa mã hóa của đợt bị hủy: từ đó không ai, kể cả người giữ máy chủ, xem được hộ nào trả lời thế nào.',
    publish:
      'Kết quả hiện ở trang này và ở trang kết quả công khai; biên bản kiểm phiếu từng thôn in được ngay.',
  },
  few: 'Đợt này từng được mở lại. Thôn nào chỉ thêm vài phiếu thì so hai bản là biết các phiếu thêm trả lời thế nào, nhưng không biết của hộ nào. Nếu có thể, chờ thêm hộ trả lời.',
  submit: 'Khóa thu phiếu và kiểm phiếu',
  back: 'Chưa khóa, quay lại',
}

export const minutes = {
  title: 'Biên bản kiểm phiếu',
  lead: 'Mỗi thôn một biên bản, số liệu đã điền sẵn; thành phần tham gia và chữ ký ghi tay.',
  all: 'Tải biên bản của mọi thôn (.zip)',
  village: 'Thôn',
  collected: 'Phiếu thu về',
  valid: 'Hợp lệ',
  invalid: 'Không hợp lệ',
  file: 'Biên bản',
  download: 'Tải .docx',
  downloadOf: 'Tải biên bản {{village}}',
}

export const reopening = {
  title: 'Mở lại đợt',
  lead: 'Chỉ mở lại khi kết quả thiếu hoặc sai. Kết quả đã có được giữ nguyên, công khai kèm lý do.',
  what: 'Khi mở lại',
  steps: {
    keep: 'Kết quả hiện nay thành bản {{version}}, giữ nguyên, ai cũng xem được, kèm lý do mở lại.',
    ballots: 'Phiếu đã đếm vẫn nằm trong hòm phiếu. Hộ đã trả lời không trả lời lại được nữa.',
    codes: 'Hộ chưa trả lời có mã mới. Mã cũ không dùng được: phải in và phát lại mã cho các hộ này.',
    posting: 'Niêm yết của bản trước dừng lại. Khóa lại xong phải niêm yết lại từ đầu.',
  },
  reason: 'Lý do mở lại',
  reasonHint: 'Ví dụ: còn 12 hộ thôn Suối Mơ chưa được phát phiếu. Lý do được công khai.',
  endsOn: 'Nhận phiếu đến hết ngày',
  confirm: 'Tôi hiểu: phải in lại mã, thu thêm phiếu, khóa và niêm yết lại.',
  submit: 'Mở lại thành bản {{version}}',
  back: 'Không mở lại, quay lại',
  done: 'Đã mở lại đợt. Việc tiếp theo: in mã mới và phát cho các hộ chưa trả lời.',
}
