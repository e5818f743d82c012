/** Checking a receipt after closing. */
export const receipt = {
  title: 'Tra mã biên nhận',
  back: 'Kết quả đợt lấy ý kiến',
  label: 'Mã biên nhận',
  hint: 'Mã có 10 chữ và số, nhận được khi gửi phiếu.',
  submit: 'Tra mã',
  mistyped: 'Mã chưa đúng. Xem lại từng chữ, từng số rồi nhập lại.',
  countedTitle: 'Phiếu có mã {{receipt}} đã được kiểm',
  counted:
    'Phiếu này nằm trong số phiếu đã kiểm của {{village}}. Trang này không cho biết hộ đã trả lời thế nào; không ai tra được điều đó.',
  notCountedTitle: 'Không thấy mã {{receipt}} trong đợt này',
  notCounted:
    'Có thể mã thuộc đợt khác hoặc xã khác. Nếu chắc chắn đúng đợt này, mang mã đến Ban công tác Mặt trận của thôn để hỏi lại.',
  proofTitle: 'Tự kiểm tra, không cần tin trang này',
  proof:
    'Mã đứng thứ {{place}} trong {{size}} mã của thôn, xếp theo mã băm. Băm mã rồi ghép lần lượt với các mã băm dưới đây (cây Merkle, RFC 6962) phải ra đúng mã gốc.',
  root: 'Mã gốc của thôn:',
  link: 'Tra mã biên nhận của hộ',
}
