export const sheet = {
  title: 'Mã trả lời của các hộ: {{village}}',
  asked: 'Phiếu lấy ý kiến hài lòng của hộ',
  household: 'Hộ số {{number}}',
  code: 'Mã của hộ',
  stepOne: 'Quét mã QR bằng điện thoại, hoặc mở {{site}} rồi nhập mã.',
  stepTwo: 'Chọn “Hài lòng” hoặc “Chưa hài lòng” cho từng câu.',
  stepThree: 'Bấm “Gửi phiếu” trước hết ngày {{date}}. Giữ kín mã này.',
  qr: 'Mã QR mở phiếu của hộ',
  print: 'In trang này bằng lệnh in của trình duyệt (Ctrl+P), khổ A4, mỗi tờ 8 hộ.',
}
