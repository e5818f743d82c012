/** What an error page says, by HTTP status: what happened, then what to do. */
export const status = {
  '400': {
    title: 'Yêu cầu không đọc được',
    what: 'Quay lại trang trước và làm lại. Nếu vẫn lỗi, mở lại từ trang đầu.',
  },
  '401': { title: 'Cần đăng nhập', what: 'Phiên làm việc đã hết. Đăng nhập lại rồi làm tiếp.' },
  '403': {
    title: 'Không có quyền xem trang này',
    what: 'Trang này thuộc địa bàn hoặc phần việc khác. Nếu cần, đề nghị người quản trị cấp quyền.',
  },
  '404': {
    title: 'Không tìm thấy trang',
    what: 'Xem lại địa chỉ đã gõ. Nếu có mã của hộ, nhập mã ở trang đầu.',
  },
  '405': { title: 'Cách gửi không đúng', what: 'Quay lại trang trước và bấm nút trên trang.' },
  '409': {
    title: 'Việc này không làm được lúc này',
    what: 'Dữ liệu đã thay đổi từ lúc trang được mở. Tải lại trang rồi xem lại.',
  },
  '410': {
    title: 'Việc này đã kết thúc',
    what: 'Không làm được nữa. Kết quả các đợt lấy ý kiến đã khóa có ở trang kết quả.',
  },
  '413': { title: 'Nội dung gửi lên quá lớn', what: 'Chọn tệp nhỏ hơn hoặc viết ngắn lại, rồi gửi lại.' },
  '422': { title: 'Có chỗ chưa đúng', what: 'Quay lại trang trước, sửa chỗ chưa đúng rồi gửi lại.' },
  '429': { title: 'Gửi quá nhiều lần', what: 'Chờ vài phút rồi thử lại.' },
  '500': {
    title: 'Hệ thống gặp trục trặc',
    what: 'Lỗi này không do bạn. Chờ vài phút rồi thử lại; phiếu nào đã có mã biên nhận thì không mất.',
  },
  '503': {
    title: 'Hệ thống đang tạm nghỉ',
    what: 'Chờ vài phút rồi tải lại trang. Phiếu nào đã có mã biên nhận thì không mất.',
  },
}
