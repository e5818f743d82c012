/** Signing in, a session that ended, and the first administrator. */
export const signIn = {
  title: 'Đăng nhập',
  lead: 'Dành cho cán bộ Mặt trận, tổ lấy ý kiến và đơn vị được giao việc. Người dân trả lời phiếu bằng mã của hộ, không cần đăng nhập.',
  username: 'Tên đăng nhập',
  password: 'Mật khẩu',
  submit: 'Đăng nhập',
  forgotten:
    'Quên mật khẩu hoặc chưa có tài khoản? Cán bộ xã hỏi người quản trị của tỉnh; tổ lấy ý kiến hỏi Mặt trận xã.',
  ready: 'Tài khoản quản trị đã lập. Đăng nhập bằng tên và mật khẩu vừa đặt.',
  newPassword: 'Đã lưu mật khẩu mới. Đăng nhập bằng mật khẩu đó.',
  endedTitle: 'Phiên làm việc đã hết',
  ended:
    'Biểu mẫu vừa gửi chưa được nhận. Những gì đã nhập còn nguyên ở trang này: đăng nhập lại rồi gửi tiếp.',
  endedFile: 'Tệp đã chọn thì không giữ được. Đăng nhập lại rồi chọn lại tệp.',
  resumedTitle: 'Đã đăng nhập lại',
  resumed: 'Biểu mẫu còn nguyên. Bấm “Gửi lại” để gửi.',
  resend: 'Gửi lại',
  chooseFile: 'Chọn lại tệp',
}

export const setup = {
  title: 'Lập tài khoản quản trị đầu tiên',
  lead: 'Chỉ làm một lần. Người quản trị lập các xã, thôn và tài khoản; không xem được câu trả lời.',
  token: 'Mã dùng một lần',
  tokenHint: 'In ở màn hình lệnh khi khởi động.',
  name: 'Họ và tên',
  username: 'Tên đăng nhập',
  usernameHint: 'Chữ thường không dấu, số, dấu chấm, gạch nối; từ 2 đến 40 ký tự.',
  password: 'Mật khẩu',
  passwordHint: 'Ít nhất 10 ký tự. Một câu ngắn dễ nhớ là tốt nhất.',
  provinceCode: 'Mã tỉnh',
  provinceCodeHint: 'Hai chữ số theo Quyết định 19/2025/QĐ-TTg, ví dụ 24.',
  provinceName: 'Tên tỉnh',
  provinceNameHint: 'Ghi đủ, ví dụ: Tỉnh Bắc Ninh.',
  submit: 'Lập tài khoản',
}
