import type { ErrorCode } from 'yaml';

/** What is wrong, and how to put it right. */
export interface YamlAdvice {
  readonly message: string;
  readonly hint: string;
}

const BAD_TEXT: YamlAdvice = {
  message: 'Giá trị có ký tự mà máy hiểu thành lệnh, trong khi ở đây phải là chữ thường',
  hint: 'Đặt cả giá trị trong dấu nháy đơn; dấu nháy đơn ở bên trong thì viết hai lần',
};
const BAD_LEVEL: YamlAdvice = {
  message: 'Dòng này thụt vào không khớp với các dòng cùng mục',
  hint: 'Sửa số dấu cách đầu dòng cho bằng các dòng cùng mục ở phía trên',
};
const BAD_KEY: YamlAdvice = {
  message: 'Không đọc được khóa ở dòng này, trong khi mỗi dòng phải có dạng “khóa: giá trị” với một dấu hai chấm',
  hint: 'Viết mỗi khóa trên một dòng, thụt vào bằng các dòng cùng mục; giá trị có dấu hai chấm thì đặt trong dấu nháy đơn',
};
const UNFINISHED: YamlAdvice = {
  message: 'Thiếu dấu hai chấm, dấu nháy hoặc dấu ngoặc đóng ở chỗ này hoặc ngay phía trên',
  hint: 'Thêm dấu còn thiếu; sau dấu hai chấm phải có một dấu cách',
};
const MARKS: YamlAdvice = {
  message: 'Có dấu “&”, “*” hoặc “!” đứng đầu giá trị, trong khi tệp này không dùng các ký hiệu đó',
  hint: 'Viết đầy đủ nội dung ở đây; nếu là chữ thường thì đặt trong dấu nháy đơn',
};
const TOO_DEEP: YamlAdvice = {
  message: 'Các mục lồng nhau quá nhiều cấp',
  hint: 'Kiểm tra số dấu cách đầu dòng và các dấu ngoặc [ ] { } ở chỗ này',
};

/** In the words of somebody who edits the file with a plain editor; several codes look the same to that person. */
const ADVICE: Readonly<Record<ErrorCode, YamlAdvice>> = {
  ALIAS_PROPS: MARKS,
  BAD_ALIAS: MARKS,
  BAD_COLLECTION_TYPE: BAD_TEXT,
  BAD_DIRECTIVE: {
    message: 'Dòng bắt đầu bằng dấu “%” không dùng được trong tệp này',
    hint: 'Xóa dòng đó, hoặc đặt giá trị trong dấu nháy đơn',
  },
  BAD_DQ_ESCAPE: {
    message: 'Có dấu “\\” không hợp lệ bên trong dấu nháy kép',
    hint: 'Thay dấu nháy kép ở hai đầu giá trị bằng dấu nháy đơn',
  },
  BAD_INDENT: BAD_LEVEL,
  BAD_PROP_ORDER: MARKS,
  BAD_SCALAR_START: BAD_TEXT,
  BLOCK_AS_IMPLICIT_KEY: BAD_KEY,
  BLOCK_IN_FLOW: BAD_LEVEL,
  DUPLICATE_KEY: BAD_KEY,
  IMPOSSIBLE: BAD_KEY,
  KEY_OVER_1024_CHARS: BAD_KEY,
  MISSING_CHAR: UNFINISHED,
  MULTILINE_IMPLICIT_KEY: BAD_KEY,
  MULTIPLE_ANCHORS: MARKS,
  MULTIPLE_DOCS: {
    message: 'Tệp có dòng “---” hoặc “...” ngăn thành nhiều phần, trong khi mỗi tệp chỉ là một văn bản',
    hint: 'Xóa dòng đó, hoặc tách thành hai tệp',
  },
  MULTIPLE_TAGS: MARKS,
  NON_STRING_KEY: BAD_KEY,
  RESOURCE_EXHAUSTION: TOO_DEEP,
  TAB_AS_INDENT: {
    message: 'Dòng này thụt vào bằng phím Tab, trong khi chỉ được dùng dấu cách',
    hint: 'Xóa khoảng trống đầu dòng rồi gõ lại bằng phím cách',
  },
  TAG_RESOLVE_FAILED: MARKS,
  UNEXPECTED_TOKEN: {
    message: 'Có ký tự thừa mà máy không hiểu ở chỗ này',
    hint: 'Xóa ký tự thừa; nếu giá trị bắt đầu bằng dấu đặc biệt thì đặt giá trị trong dấu nháy đơn',
  },
};

/** The library's own English message is never shown. */
export function explainYamlError(code: ErrorCode): YamlAdvice {
  return ADVICE[code];
}

/** The same sentence for anchors, aliases and tags that the library accepts and we do not. */
export const YAML_MARKS_REFUSED = MARKS;
/** For a text that is no directive by its size alone. */
export const YAML_TOO_LONG: YamlAdvice = {
  message: 'Tệp hoặc dòng này quá dài so với một tệp văn bản giao nhiệm vụ',
  hint: 'Kiểm tra xem có chọn nhầm tệp không; dòng quá dài thì chia thành nhiều dòng',
};
/** For nesting that we refuse before the library sees it. */
export const YAML_TOO_DEEP = TOO_DEEP;
