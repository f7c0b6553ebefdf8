/** Arabic, with the digits that this page shares with the other languages. */
import { counter, dateFormat, offsetName } from './format.ts';
import type { Words } from './words-type.ts';

const locale = 'ar';

/** Zones by the names that an Arabic reader knows. */
const zoneNames: Record<string, string> = {
  'Europe/Moscow': 'بتوقيت موسكو',
  'Asia/Baku': 'بتوقيت باكو',
  'Asia/Beirut': 'بتوقيت بيروت',
  'Asia/Riyadh': 'بتوقيت الرياض',
  'Africa/Cairo': 'بتوقيت القاهرة',
};

/** One and two are said by the word itself, without a number. */
function counted(forms: { one: string; two: string; few: string; many: string; other: string }): (n: number) => string {
  const withNumber = counter(locale, forms);
  return (n) => (n === 1 ? forms.one : n === 2 ? forms.two : withNumber(n));
}

const monthAndYear = dateFormat(locale, 'LLLL yyyy');
const month = dateFormat(locale, 'LLLL');

export const ar: Words = {
  ownName: 'العربية',
  openGraphLocale: 'ar_AR',
  onlyElsewhere: 'هذه الصفحة غير متاحة',

  comma: '، ',
  skipToContent: 'انتقل إلى المحتوى',
  sections: 'الأقسام',
  allSections: 'كل الأقسام',
  languages: 'اللغات',
  follow: 'تابعونا',
  feeds: 'الخلاصات',
  about: 'من نحن',
  frontPage: 'الصفحة الأولى',
  onNetwork: (publication, network) => `«${publication}» على ${network}`,

  section: 'قسم',
  topic: 'موضوع',
  author: 'كاتب',
  authors: 'الكتّاب',
  archive: 'الأرشيف',
  latest: 'آخر الأخبار',
  alsoInTheNews: 'في الأخبار أيضًا',
  days: 'الأيام',
  months: 'الشهور',
  years: 'السنوات',
  allStoriesOfMonth: (time) => `كل مواد ${monthAndYear(time)}`,
  allOfYear: (year) => `كل مواد عام ${year.year}`,
  seeAlso: 'انظر أيضًا',
  noStories: 'لا توجد مواد هنا بعد.',
  allStories: 'كل المواد',
  opinion: 'آراء',

  types: { news: 'خبر', analysis: 'تحليل', opinion: 'رأي', interview: 'مقابلة', feature: 'تقرير' },
  keyPoints: 'أبرز النقاط',
  correction: 'تصحيح',
  corrections: 'تصحيحات',
  sources: 'المصادر',
  topics: 'المواضيع',
  thread: 'تسلسل الأحداث',
  earlier: 'سابقًا',
  earlierOnTopic: (name) => `سابقًا في موضوع «${name}»`,
  earlierInSection: (title) => `سابقًا في قسم «${title}»`,
  related: 'مواد ذات صلة',
  share: 'مشاركة',
  byMail: 'بالبريد',
  updated: 'تحديث',

  correctionsPage: {
    text: 'ما أخطأنا فيه وصحّحناه، من الأحدث إلى الأقدم. كل تصحيح مذكور أيضًا في المادة نفسها.',
    none: 'لم يُصحَّح شيء بعد.',
  },
  feedsPage: {
    text: 'تحمل الخلاصة كل مادة جديدة كاملةً إلى برنامج القراءة الذي تختاره: انسخ عنوانها إليه. لا حاجة إلى حساب، ولا يعلم أحد بما تقرأ.',
    others: 'لكل موضوع ولكل كاتب خلاصة أيضًا: أعطِ برنامجك عنوان صفحته.',
  },
  policies: {
    principles: 'مبادئ التحرير',
    ethics: 'ميثاق الأخلاق',
    corrections: 'سياسة التصحيح',
    verification: 'كيف نتحقق من المعلومات',
    ownership: 'الملكية والتمويل',
    masthead: 'هيئة التحرير',
  },

  notFound: {
    title: 'لا توجد صفحة في هذا العنوان',
    text: 'ربما نُقلت الصفحة أو نُسخ العنوان ناقصًا. والأرجح أن المادة ما زالت هنا: ابحث عنها في قسمها أو ابدأ من الصفحة الأولى.',
  },
  withdrawn: { label: 'مادة مسحوبة', title: 'سُحبت هذه المادة', on: 'سُحبت في' },
  moved: { title: 'نُقلت هذه الصفحة', text: 'عنوانها الجديد:' },

  stories: counted({ one: 'مادة واحدة', two: 'مادتان', few: 'مواد', many: 'مادة', other: 'مادة' }),
  minutesToRead: counted({
    one: 'دقيقة واحدة للقراءة',
    two: 'دقيقتان للقراءة',
    few: 'دقائق للقراءة',
    many: 'دقيقة للقراءة',
    other: 'دقيقة للقراءة',
  }),

  date: dateFormat(locale, 'd LLLL yyyy'),
  dayAndMonth: dateFormat(locale, 'd LLLL'),
  shortDate: dateFormat(locale, 'd LLLL'),
  shortMonth: monthAndYear,
  monthAbbreviation: month,
  monthAndYear,
  month,
  year: dateFormat(locale, 'yyyy'),
  weekday: dateFormat(locale, 'cccc'),
  clock: dateFormat(locale, 'HH:mm'),
  dateAndClock: dateFormat(locale, 'd LLLL yyyy، HH:mm'),
  zone: (time) => zoneNames[time.zoneName ?? ''] ?? offsetName(time),
};
