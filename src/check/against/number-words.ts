/** Numbers that are written in letters, in the languages in which newsrooms most often do so. */

/**
 * By language: each value with its words. `*` stands for up to three more letters, as inflected words have them. Ordinals
 * count as their numbers, since many languages write both alike in digits.
 */
const written: Readonly<Record<string, string>> = {
  en: '1 one first|2 two second twice|3 three third|4 four fourth|5 five fifth|6 six sixth|7 seven seventh|8 eight eighth|9 nine ninth|10 ten tenth|11 eleven eleventh|12 twelve twelfth dozen|13 thirteen thirteenth|14 fourteen fourteenth|15 fifteen fifteenth|16 sixteen sixteenth|17 seventeen seventeenth|18 eighteen eighteenth|19 nineteen nineteenth|20 twenty twentieth|30 thirty thirtieth|40 forty|50 fifty|60 sixty|70 seventy|80 eighty|90 ninety|100 hundred hundreds|1e3 thousand thousands k|1e6 million millions m mln mn|1e9 billion billions bn|1e12 trillion trillions tn',
  ru: '1 один одна одно одного одной одну одном одним перв*|2 два две двух двум двумя двое втор*|3 три трех трем тремя трое трет*|4 четыре четырех четырем четырьмя четверо четверт*|5 пять пяти пятью пятеро пят*|6 шесть шести шестью шест*|7 семь семи семью седьм*|8 восемь восьми восьм*|9 девять девяти девят*|10 десять десяти десятью десят*|11 одиннадцат*|12 двенадцат*|13 тринадцат*|14 четырнадцат*|15 пятнадцат*|16 шестнадцат*|17 семнадцат*|18 восемнадцат*|19 девятнадцат*|20 двадцат*|30 тридцат*|40 сорок сорока|50 пятьдесят пятидесят*|60 шестьдесят шестидесят*|70 семьдесят семидесят*|80 восемьдесят восьмидесят*|90 девяносто девяноста|100 сто ста|200 двести двухсот|300 триста трехсот|400 четыреста|500 пятьсот|1e3 тысяч* тыс|1e6 миллион* млн|1e9 миллиард* млрд|1e12 триллион* трлн',
  uk: '1 один одна одне одного перш*|2 два дві двох двом двоє друг*|3 три трьох трьом троє треті* третьо*|4 чотири чотирьох чотирьом четверт*|5 пять пяти пятьох пят*|6 шість шести шістьох шост*|7 сім семи сімох сьом*|8 вісім восьми восьм*|9 девять девяти девят*|10 десять десяти десят*|11 одинадцят*|12 дванадцят*|13 тринадцят*|14 чотирнадцят*|15 пятнадцят*|20 двадцят*|30 тридцят*|40 сорок сорока|50 пятдесят|60 шістдесят|70 сімдесят|80 вісімдесят|90 девяносто|100 сто ста|200 двісті|300 триста|1e3 тисяч* тис|1e6 мільйон* млн|1e9 мільярд* млрд',
  de: '1 eins ein eine einen einem einer erste*|2 zwei zweite*|3 drei dritte*|4 vier vierte*|5 fünf fünfte*|6 sechs sechste*|7 sieben siebte*|8 acht achte*|9 neun neunte*|10 zehn zehnte*|11 elf|12 zwölf|13 dreizehn|14 vierzehn|15 fünfzehn|16 sechzehn|17 siebzehn|18 achtzehn|19 neunzehn|20 zwanzig|30 dreißig|40 vierzig|50 fünfzig|60 sechzig|70 siebzig|80 achtzig|90 neunzig|100 hundert*|1e3 tausend*|1e6 million* mio|1e9 milliarde* mrd',
  fr: '1 un une premier première|2 deux deuxième|3 trois troisième|4 quatre quatrième|5 cinq cinquième|6 six sixième|7 sept septième|8 huit huitième|9 neuf neuvième|10 dix dixième|11 onze|12 douze|13 treize|14 quatorze|15 quinze|16 seize|20 vingt vingts|30 trente|40 quarante|50 cinquante|60 soixante|100 cent cents|1e3 mille|1e6 million* mn|1e9 milliard* md',
  es: '1 un uno una primer* |2 dos segund*|3 tres tercer*|4 cuatro cuart*|5 cinco quint*|6 seis sext*|7 siete|8 ocho|9 nueve|10 diez|11 once|12 doce|13 trece|14 catorce|15 quince|20 veinte|30 treinta|40 cuarenta|50 cincuenta|60 sesenta|70 setenta|80 ochenta|90 noventa|100 cien ciento|1e3 mil miles|1e6 millón millones|1e9 milliard*',
  it: '1 un uno una prim*|2 due second*|3 tre terz*|4 quattro|5 cinque|6 sei|7 sette|8 otto|9 nove|10 dieci|11 undici|12 dodici|15 quindici|20 venti|30 trenta|40 quaranta|50 cinquanta|60 sessanta|70 settanta|80 ottanta|90 novanta|100 cento|1e3 mille mila|1e6 milion*|1e9 miliard*',
  pt: '1 um uma primeir*|2 dois duas segund*|3 três terceir*|4 quatro|5 cinco|6 seis|7 sete|8 oito|9 nove|10 dez|11 onze|12 doze|15 quinze|20 vinte|30 trinta|40 quarenta|50 cinquenta|60 sessenta|70 setenta|80 oitenta|90 noventa|100 cem cento|1e3 mil|1e6 milhão milhões|1e9 bilhão bilhões',
  pl: '1 jeden jedna jedno pierwsz*|2 dwa dwie dwóch dwaj drugi*|3 trzy trzech trzej trzeci*|4 cztery czterech|5 pięć pięciu|6 sześć sześciu|7 siedem siedmiu|8 osiem ośmiu|9 dziewięć dziewięciu|10 dziesięć dziesięciu|11 jedenaście|12 dwanaście|15 piętnaście|20 dwadzieścia dwudziestu|30 trzydzieści|40 czterdzieści|50 pięćdziesiąt|100 sto stu|1e3 tysiąc* tysięcy tys|1e6 milion* mln|1e9 miliard* mld',
  el: '1 ένα ένας μία μια πρώτ*|2 δύο δυο δεύτερ*|3 τρία τρεις τριών τρίτ*|4 τέσσερα τέσσερις τέταρτ*|5 πέντε πέμπτ*|6 έξι|7 επτά εφτά|8 οκτώ οχτώ|9 εννέα εννιά|10 δέκα|11 έντεκα|12 δώδεκα|20 είκοσι|30 τριάντα|40 σαράντα|50 πενήντα|100 εκατό|1e3 χίλι* χιλιάδ*|1e6 εκατομμύρι* εκατομμυρί* εκατ|1e9 δισεκατομμύρι* δισεκατομμυρί* δισ',
  hy: '1 մեկ մի առաջին*|2 երկու երկրորդ*|3 երեք երրորդ*|4 չորս չորրորդ*|5 հինգ հինգերորդ*|6 վեց|7 յոթ յոթը|8 ութ ութը|9 ինը ինն|10 տասը տաս|20 քսան|30 երեսուն|40 քառասուն|50 հիսուն|100 հարյուր*|1e3 հազար*|1e6 միլիոն* մլն|1e9 միլիարդ* մլրդ',
  ka: '1 ერთი ერთ პირველ*|2 ორი ორ მეორე*|3 სამი სამ მესამე*|4 ოთხი ოთხ მეოთხე*|5 ხუთი ხუთ მეხუთე*|6 ექვსი ექვს|7 შვიდი შვიდ|8 რვა|9 ცხრა|10 ათი ათ|11 თერთმეტ*|12 თორმეტ*|20 ოცი ოც|30 ოცდაათი|40 ორმოცი ორმოც|50 ორმოცდაათი|100 ასი ას|1e3 ათას*|1e6 მილიონ* მლნ|1e9 მილიარდ* მლრდ',
  tr: '1 bir birinci*|2 iki ikinci*|3 üç üçüncü*|4 dört dördüncü*|5 beş beşinci*|6 altı|7 yedi|8 sekiz|9 dokuz|10 on|20 yirmi|30 otuz|40 kırk|50 elli|60 altmış|70 yetmiş|80 seksen|90 doksan|100 yüz*|1e3 bin*|1e6 milyon* mn|1e9 milyar* mr',
  az: '1 bir birinci*|2 iki ikinci*|3 üç üçüncü*|4 dörd|5 beş|6 altı|7 yeddi|8 səkkiz|9 doqquz|10 on|20 iyirmi|30 otuz|40 qırx|50 əlli|100 yüz*|1e3 min*|1e6 milyon* mln|1e9 milyard* mlrd',
  ar: '1 واحد واحدة|2 اثنان اثنين|3 ثلاثة ثلاث|4 أربعة أربع|5 خمسة خمس|6 ستة ست|7 سبعة سبع|8 ثمانية ثماني|9 تسعة تسع|10 عشرة عشر|20 عشرون عشرين|30 ثلاثون ثلاثين|40 أربعون أربعين|50 خمسون خمسين|100 مئة مائة|1e3 ألف آلاف ألفا|1e6 مليون ملايين مليونا|1e9 مليار مليارات',
  fa: '2 دو|3 سه|4 چهار|5 پنج|6 شش|7 هفت|8 هشت|9 نه|10 ده|20 بیست|30 سی|100 صد|1e3 هزار|1e6 میلیون|1e9 میلیارد',
};

export type NumberWords = (word: string) => number | undefined;

const known = new Map<string, NumberWords>();

/** What a folded word of a language stands for; `fold` is how words are folded. */
export function numberWords(language: string, fold: (word: string) => string): NumberWords {
  const main = language.split('-')[0] ?? '';
  const before = known.get(main);
  if (before) return before;
  const words = new Map<string, number>();
  const stems: [string, number][] = [];
  for (const line of (written[main] ?? '').split('|')) {
    const [value, ...forms] = line.trim().split(' ');
    for (const form of forms) {
      if (form.endsWith('*')) stems.push([fold(form.slice(0, -1)), Number(value)]);
      else words.set(fold(form), Number(value));
    }
  }
  const read: NumberWords = (word) =>
    words.get(word) ?? stems.find(([stem]) => word.startsWith(stem) && word.length - stem.length <= 3)?.[1];
  known.set(main, read);
  return read;
}
