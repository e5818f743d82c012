import type { Title } from '#app/programme/titles.ts'
import { inSentence, titleNames } from './wording.ts'

/** The usual purpose of a round (mục đích), one line each. */
export const usualPurpose = ({
  title,
  communeName,
}: {
  readonly title: Title
  readonly communeName: string
}): string =>
  [
    `Nắm ý kiến của các hộ gia đình về kết quả xây dựng nông thôn mới của ${inSentence(communeName)}, làm căn cứ đề nghị xét, công nhận danh hiệu ${titleNames[title]}.`,
    'Phát huy quyền làm chủ và vai trò giám sát của nhân dân; giúp cấp ủy, chính quyền thấy rõ những nội dung người dân chưa hài lòng để khắc phục.',
  ].join('\n')

/** The usual requirements (yêu cầu), one line each. */
export const usualRequirements = [
  'Mỗi hộ gia đình một phiếu, do đại diện hộ tự trả lời; không trả lời thay, không gợi ý, không ép buộc.',
  'Phiếu không ghi tên. Không ai được tìm hiểu hoặc tiết lộ hộ nào trả lời như thế nào.',
  'Kiểm phiếu, tổng hợp trung thực; kết quả được niêm yết công khai để nhân dân biết và có ý kiến.',
  'Tuyên truyền trước để mọi hộ biết mục đích, thời gian và cách trả lời; chú ý hộ đi làm xa, người cao tuổi, đồng bào dân tộc thiểu số.',
].join('\n')
