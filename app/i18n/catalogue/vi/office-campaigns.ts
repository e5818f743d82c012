/** The list of rounds, planning one, its overview, opening and closing. */
export const list = {
  title: 'Các đợt lấy ý kiến',
  create: 'Lập đợt mới',
  empty: 'Chưa có đợt lấy ý kiến nào trong địa bàn của bạn.',
  emptyCreate: 'Bấm “Lập đợt mới” để bắt đầu. Cần sẵn: danh sách hộ của xã trong tệp Excel.',
  days: '{{from}} – {{to}}',
}

export const plan = {
  title: 'Lập đợt lấy ý kiến',
  lead: 'Đợt mới ở dạng dự thảo: chưa hộ nào nhận được phiếu cho đến khi mở đợt.',
  name: 'Tên đợt',
  nameHint: 'Ví dụ: Lấy ý kiến hài lòng về xây dựng nông thôn mới xã Sơn Lộc năm 2026.',
  heading: 'Danh hiệu',
  commune: 'Xã',
  startsOn: 'Ngày bắt đầu',
  endsOn: 'Ngày kết thúc',
  questionnaire: 'Bộ câu hỏi',
  questionnaireHint:
    'Mẫu gợi ý do phần mềm soạn theo bộ tiêu chí; mẫu phiếu chính thức do Mặt trận cấp trên hướng dẫn.',
  rules: 'Bộ quy tắc',
  rulesHint:
    'Quy định tỷ lệ hộ tối thiểu và ngưỡng hài lòng. “Chưa đủ căn cứ” nghĩa là có ngưỡng chưa có văn bản xác nhận: vẫn lấy ý kiến được, nhưng chưa kết luận chính thức được.',
  from: 'từ {{from}}',
  fromTo: '{{from}}–{{to}}',
  confirmed: 'đủ căn cứ',
  unconfirmed: 'chưa đủ căn cứ',
  historical: 'lịch sử',
  submit: 'Lập đợt',
  noCommunes: 'Chưa có xã nào trong địa bàn của bạn. Đề nghị người quản trị thêm xã và thôn trước.',
}

export const overview = {
  title: 'Tổng quan',
  facts: {
    heading: 'Danh hiệu',
    commune: 'Xã',
    days: 'Thời gian',
    questionnaire: 'Bộ câu hỏi',
    rules: 'Bộ quy tắc',
  },
  step: {
    plan: 'Lập đợt',
    register: 'Nhập danh sách hộ',
    open: 'Mở đợt',
    collect: 'Phát mã, thu phiếu',
    close: 'Khóa thu phiếu',
    results: 'Kết quả, báo cáo',
  },
  done: {
    planned: 'Đã lập đợt lấy ý kiến. Việc tiếp theo: nhập danh sách hộ.',
    opened: 'Đã mở đợt. Mỗi hộ đã có một mã. Việc tiếp theo: in mã và phát cho các hộ.',
    closed: 'Đã khóa thu phiếu và đếm xong.',
    sheetEntered: 'Đã ghi biểu kiểm phiếu tay của thôn.',
    sheetWithdrawn: 'Đã rút biểu kiểm phiếu tay. Các hộ chưa trả lời của thôn lại trả lời được bằng mã.',
  },
  draft: {
    title: 'Việc cần làm trước khi mở đợt',
    empty: 'Chưa có hộ nào. Nhập danh sách hộ từ tệp Excel của xã.',
    filled: 'Đã có {{households}} hộ ở {{villages}} thôn. Xem lại số hộ từng thôn trước khi mở đợt.',
    register: 'Nhập danh sách hộ',
    open: 'Xem và mở đợt',
    table: 'Số hộ của từng thôn',
    noVillages: 'Xã chưa có thôn nào. Đề nghị người quản trị thêm danh sách thôn.',
  },
  village: 'Thôn',
  households: 'Số hộ',
  issued: 'Đã phát',
  collected: 'Đã thu',
  coverage: 'Tỷ lệ thu',
  whole: 'Cộng',
  unit: 'hộ',
  collecting: {
    title: 'Tiến độ thu phiếu',
    progress: 'Hộ đã trả lời',
    quiet: 'Câu trả lời và tỷ lệ hài lòng chỉ hiện sau khi khóa thu phiếu.',
    minimum:
      'Bộ quy tắc yêu cầu tỷ lệ hộ được lấy ý kiến từ {{percent}}; hiện là {{rate}} ({{part}}/{{whole}} hộ).',
    unconfirmed: 'Mức này chưa có văn bản xác nhận.',
    reached: 'Đã đạt mức tối thiểu.',
    missing: 'Còn cần {{count}} hộ nữa.',
    noMinimum: 'Bộ quy tắc không ghi tỷ lệ hộ tối thiểu.',
    table: 'Tiến độ của từng thôn',
    codes: 'Mã và phát phiếu',
    enter: 'Thu phiếu',
    enterAll: 'Thu phiếu của hộ',
    close: 'Khóa thu phiếu',
    sheet: 'Biểu kiểm phiếu tay',
    byHand: 'Kiểm phiếu tay: {{byHand}} phiếu',
    canChange: 'Còn {{count}} hộ có thể làm thay đổi kết luận.',
    nothingOpen: 'Không còn hộ nào có thể làm thay đổi kết luận.',
  },
  turnout: {
    title: 'Số hộ trả lời theo ngày và hình thức',
    table: 'Số hộ trả lời từng ngày',
    day: 'Ngày',
    total: 'Cộng',
    none: 'Chưa có hộ nào trả lời.',
  },
  closed: {
    title: 'Đợt đã khóa thu phiếu',
    results: 'Xem kết quả',
    report: 'Báo cáo (.docx)',
    tally: 'Biểu tổng hợp (.xlsx)',
    watcher: 'Kết quả do Ban Thường trực MTTQ xã công bố.',
    public: 'Trang kết quả công khai',
    table: 'Số hộ và số phiếu của từng thôn',
  },
}

export const opening = {
  title: 'Mở đợt lấy ý kiến',
  lead: 'Khi mở đợt, ba thứ dưới đây được chốt và không sửa được nữa, kể cả khi văn bản thay đổi sau này. Mỗi hộ nhận một mã để trả lời.',
  questions: 'Bộ câu hỏi',
  questionsLine: '{{name}}: {{count}} câu, câu cuối là câu hỏi chung.',
  suggested: 'Đây là mẫu gợi ý do phần mềm soạn, không phải mẫu chính thức.',
  show: 'Xem các câu hỏi',
  rules: 'Bộ quy tắc',
  basis: 'Các ngưỡng đều có văn bản xác nhận.',
  noBasis: 'Có ngưỡng chưa có văn bản xác nhận: {{keys}}.',
  noBasisMeans:
    '“Chưa có căn cứ” nghĩa là: khi có kết quả, phần mềm nêu số liệu và cho biết theo giá trị đang ghi thì đạt hay chưa đạt, nhưng không kết luận chính thức; giá trị nào chưa có thì không so sánh. Nếu có văn bản nêu giá trị, đề nghị Mặt trận tỉnh xác nhận trước khi mở đợt.',
  villages: 'Thôn và số hộ',
  leftOut: 'Các thôn chưa có hộ nào sẽ không nằm trong đợt này: {{names}}.',
  empty: 'Chưa có hộ nào nên chưa mở được. Nhập danh sách hộ trước.',
  submit: 'Mở đợt và chốt những điều trên',
  back: 'Chưa mở, quay lại',
}

export const closing = {
  title: 'Khóa thu phiếu',
  lead: 'Khóa thu phiếu là kết thúc đợt. Việc này không làm lại được.',
  silent:
    'Còn {{silent}} hộ trong {{households}} hộ chưa trả lời. Sau khi khóa, các hộ này không trả lời được nữa.',
  all: 'Mọi hộ đều đã trả lời.',
  early: 'Chưa hết ngày cuối của đợt ({{date}}).',
  below: 'Tỷ lệ hộ được lấy ý kiến chưa đạt mức tối thiểu {{percent}}: còn thiếu {{count}} hộ.',
  what: 'Khi khóa thu phiếu',
  steps: {
    stop: 'Không nhận thêm phiếu nào: mã của hộ, phiếu giấy, phiếu thu tại nhà đều dừng.',
    mix: 'Các phiếu được trộn lẫn lần cuối rồi đếm lại từ đầu.',
    destroy:
      'Chìa khóa mã hóa của đợt bị hủy: từ đó không ai, kể cả người giữ máy chủ, xem được hộ nào trả lời thế nào.',
    publish: 'Kết quả hiện ở trang này và ở trang kết quả công khai.',
  },
  submit: 'Khóa thu phiếu, không mở lại',
  back: 'Chưa khóa, quay lại',
}
