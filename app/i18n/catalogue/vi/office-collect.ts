/** Codes of a village, the collector's list of households, entering a household's ballot. */
export const codes = {
  title: 'Mã của các hộ',
  lead: 'Cắt theo đường kẻ, phát cho từng hộ. Mã là quyền trả lời của hộ: phát tận tay, không chụp, không gửi chung.',
  issued: 'Đã ghi nhận phát phiếu cho {{count}} hộ.',
  issue: 'Ghi nhận đã phát phiếu',
  issueHint: 'Bấm khi đã phát xong cho cả thôn: {{issued}}/{{households}} hộ đã ghi nhận.',
  allIssued: 'Đã ghi nhận phát phiếu cho cả {{households}} hộ.',
}

export const collect = {
  title: 'Thu phiếu của hộ',
  chooseLead: 'Chọn thôn đang thu phiếu.',
  villageLine: '{{collected}}/{{households}} hộ đã trả lời',
  mine: 'Thôn của tôi',
  others: 'Thôn khác trong địa bàn',
  none: 'Không có thôn nào thuộc phần việc của bạn trong đợt này. Thôn đã kiểm phiếu tay không thu thêm phiếu từng hộ.',
  manage: 'Việc chung của đợt',
  doubles: 'Hộ gặp hai lần ({{count}} chưa xem)',
  import: 'Nhập tệp từ máy không có mạng',
  meeting: 'Chuyền máy tại cuộc họp',
  means: 'Hình thức thu',
  search: 'Tìm hộ',
  searchHint: 'Họ tên hoặc số hộ; không cần gõ dấu.',
  find: 'Tìm',
  all: 'Xem cả thôn',
  found: 'Tìm thấy {{count}} hộ cho “{{text}}”.',
  nothing: 'Không có hộ nào khớp với “{{text}}”. Thử gõ ngắn hơn, hoặc xem cả thôn.',
  households: 'Các hộ trong thôn: {{count}}',
  waitingHouseholds: 'Các hộ chưa trả lời: {{count}}',
  noneWaiting: 'Hộ nào trong thôn cũng đã trả lời.',
  showWaiting: 'Chỉ xem hộ chưa trả lời',
  showAll: 'Xem cả hộ đã trả lời',
  number: 'Hộ số {{number}}',
  noNumber: 'Không có số',
  unnamed: 'Hộ đã bỏ tên',
  waiting: 'Chưa trả lời',
  answered: 'Đã trả lời: {{means}}',
  enter: 'Nhập phiếu',
  enterFor: 'Nhập phiếu của {{name}}',
  outcome: 'Ghi lý do',
  outcomeOf: 'Ghi lý do không lấy được ý kiến của {{name}}',
  outcomeHint: 'Ghi lý do để còn biết mà quay lại; hộ vẫn trả lời được cho đến khi khóa thu phiếu.',
  outcomeNone: 'Bỏ lý do đã ghi',
  outcomeNoted: 'Đã ghi lý do.',
  outcomeLate: 'Hộ này vừa trả lời nên không ghi lý do nữa.',
  otherVillage: 'Chọn thôn khác',
  saved: 'Đã ghi phiếu của hộ. Mã biên nhận: {{receipt}}. Đọc hoặc chép mã này cho hộ.',
  stands:
    'Hộ này đã có phiếu từ trước. Phiếu trước vẫn được tính; phiếu vừa nhập được giữ riêng, không tính. Mã biên nhận của phiếu trước: {{receipt}}.',
  next: 'Hộ tiếp theo: {{name}} ({{number}})',
}

export const assign = {
  title: 'Phân công thu phiếu',
  lead: 'Đánh dấu ai thu phiếu ở thôn nào. Người được phân công thấy thôn của mình đứng đầu khi vào thu phiếu.',
  grants:
    'Phân công không mở thêm quyền: mỗi người chỉ thu được trong địa bàn của tài khoản. Cần thêm địa bàn thì đề nghị người quản trị.',
  none: 'Xã chưa có tài khoản Tổ lấy ý kiến nào để phân công. Mời người thu phiếu, chọn địa bàn là thôn của họ; khi họ đã nhận lời mời thì trở lại đây để phân công.',
  invite: 'Mời người thu phiếu',
  nobody: 'Chưa có tài khoản Tổ lấy ý kiến nào có địa bàn là thôn này.',
  unassigned: 'Thôn chưa có người thu: {{names}}.',
  outside: 'Địa bàn của tài khoản không có thôn này, nên chưa thu được.',
  save: 'Lưu phân công',
  back: 'Về tổng quan đợt',
  saved: 'Đã lưu phân công: {{count}} thay đổi.',
  unchanged: 'Phân công không thay đổi.',
}

export const doubles = {
  title: 'Hộ gặp hai lần',
  lead: 'Những hộ có thêm một phiếu sau khi đã trả lời. Phiếu đến trước được tính. Phiếu đến sau được niêm và giữ riêng, không ai xem được, và bị xóa khi khóa thu phiếu.',
  why: 'Có thể hai người cùng đến một hộ, hoặc có người nhập nhầm hộ. Hỏi lại những người có tên dưới đây; nếu phiếu đến trước không phải của hộ, hộ trả lời lại bằng mã của mình.',
  none: 'Chưa có hộ nào bị gặp hai lần.',
  first: 'Phiếu được tính: {{means}}',
  later: 'Phiếu đến sau: {{later}}',
  laterBy: '{{collector}} ({{means}})',
  look: 'Đã xem',
  lookAt: 'Đánh dấu đã xem: {{name}}',
  looked: 'Đã xem',
  noted: 'Đã đánh dấu.',
}

export const outbox = {
  title: 'Nhập tệp từ máy không có mạng',
  lead: 'Khi máy của người thu phiếu không gửi được lên mạng, người ấy xuất tệp và chuyển cho xã. Nhập tệp ấy ở đây.',
  sealed:
    'Phiếu trong tệp đã được niêm, chỉ máy chủ mở được. Nhập cùng một tệp hai lần không làm phiếu thành hai.',
  file: 'Tệp phiếu đã xuất',
  fileHint: 'Tệp do trang thu phiếu không cần mạng xuất ra, đuôi .json.',
  submit: 'Nhập tệp',
  done: 'Đã nhập tệp',
  recorded: 'Mới ghi nhận',
  stood: 'Đã có từ trước',
  unreadable: 'Không mở được',
  faulty: 'Có lỗi, không nhận',
  unreadableHint: 'Không mở được: tệp bị sửa, hoặc phiếu được niêm cho lần mở đợt trước.',
  faultyHint: 'Không nhận: phiếu thiếu câu, hộ không thuộc đợt này, hoặc thôn đã kiểm phiếu tay.',
}

export const meeting = {
  title: 'Chuyền máy tại cuộc họp',
  village: 'Họp {{name}}',
  lead: 'Đại diện hộ tìm tên hộ mình, trả lời, rồi chuyển máy cho hộ tiếp theo. Người chủ trì không trả lời thay.',
  find: 'Tìm hộ của mình',
  findHint: 'Gõ ít nhất hai chữ trong họ tên chủ hộ, hoặc số hộ; không cần gõ dấu.',
  short: 'Gõ thêm: ít nhất hai chữ cái, hoặc số hộ.',
  nothing: 'Không có hộ nào khớp với “{{text}}”. Gõ lại, hoặc hỏi người chủ trì.',
  more: 'Còn nhiều hộ khác cũng khớp. Gõ thêm họ hoặc tên đệm.',
  chooseWhich: 'Hộ của mình là hộ nào?',
  choose: 'Chọn thôn đang họp',
  end: 'Kết thúc cuộc họp',
  ballot: 'Phiếu của hộ {{name}}',
  private:
    'Xin để đại diện hộ tự trả lời. Gửi xong, máy không còn hiện gì của phiếu này, kể cả khi bấm Quay lại.',
  notMine: 'Không phải hộ của mình',
  thanks: 'Cảm ơn hộ đã trả lời',
  pass: 'Xin chuyển máy cho hộ tiếp theo.',
  gone: 'Trên máy không còn gì của phiếu vừa gửi; bấm Quay lại cũng không thấy.',
  stands:
    'Hộ này đã có phiếu từ trước. Phiếu trước vẫn được tính. Nếu phiếu trước không phải của hộ, báo ngay cho người chủ trì.',
  next: 'Hộ tiếp theo',
  answered: 'Hộ đã trả lời',
  answeredLead:
    'Hộ {{name}} đã có phiếu trong đợt này. Mỗi hộ một phiếu. Nếu không phải hộ mình gửi, báo ngay cho người chủ trì.',
  endLead: 'Người chủ trì nhập mật khẩu của mình để trở lại danh sách hộ.',
  endWhy:
    'Trong lúc họp, máy này không mở được trang nào khác của cán bộ; mật khẩu ngăn người cầm máy vào danh sách hộ.',
  leave: 'Không dùng máy này nữa thì đăng xuất.',
  signOut: 'Đăng xuất',
  password: 'Mật khẩu của {{name}}',
  endNow: 'Kết thúc, về danh sách hộ',
  stay: 'Họp tiếp',
}

export const entry = {
  title: 'Phiếu của hộ',
  how: {
    visit: 'Đọc từng câu cho đại diện hộ nghe, ghi đúng câu trả lời của hộ. Không gợi ý, không trả lời thay.',
    meeting: 'Ghi đúng câu trả lời của đại diện hộ tại cuộc họp. Không gợi ý, không trả lời thay.',
    paper:
      'Chép đúng như trên phiếu: ô để trống thì chọn “Để trống”, đánh cả hai ô thì chọn “Đánh cả hai ô”.',
  },
  invalid: 'Cả phiếu không hợp lệ',
  invalidHint:
    'Chỉ đánh dấu khi không đọc được phiếu (rách, bôi bẩn, không phải phiếu của đợt này). Khi đó các câu dưới đây không được ghi.',
  save: 'Ghi phiếu',
  saveHint: 'Sau khi ghi, không xem lại và không sửa được phiếu này.',
  back: 'Về danh sách hộ',
  answered: 'Hộ này đã trả lời ({{means}}). Mỗi hộ một phiếu, nên không nhập thêm được.',
}
