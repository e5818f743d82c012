export const display = {
  notice: { info: 'Lưu ý', warning: 'Cảnh báo', success: 'Xong' },
  pager: {
    label: 'Các trang',
    rows: 'Tất cả {{rows}} dòng.',
    where: 'Trang {{shown}}/{{all}}, tất cả {{rows}} dòng.',
    previous: '‹ Trang trước',
    next: 'Trang sau ›',
  },
  steps: 'Các bước',
  stepDone: 'đã xong',
  stepCurrent: 'đang làm',
  stepTodo: 'chưa làm',
  satisfied: 'Hài lòng',
  dissatisfied: 'Chưa hài lòng',
  threshold: 'Ngưỡng {{percent}}',
  below: 'Dưới ngưỡng',
  wide: 'Bảng rộng: kéo ngang để xem hết.',
}
