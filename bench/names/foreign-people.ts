/** A foreign person of the benchmark: parts of a name in Latin letters and other ways to write each part. */
export interface Origin {
  readonly code: string;
  /** Surnames and given names; `a/b/c` are spellings of one name, the first the usual one. */
  readonly surnames: readonly string[];
  readonly male: readonly string[];
  readonly female: readonly string[];
  /** Given names that one person bears, and how they are written together. */
  readonly givenCount: 1 | 2;
  readonly surnameCount: 1 | 2;
  readonly surnameFirst: boolean;
}

const words = (text: string): readonly string[] => text.trim().split(/\s+/);

export const ORIGINS: readonly Origin[] = [
  {
    code: 'chinese',
    surnames: words('Wang Li Zhang Liu Chen Yang Zhao Huang Zhou Wu Xu Sun Zhu Ma Hu Guo Lin He Gao Liang Zheng Luo Song Xie Tang'),
    male: words('Wei Jian Guo Ming Hao Qiang Jun Lei Peng Bo Tao Chao Hui Jie Feng Gang Zhi Yong Long Hai Dong Kun'),
    female: words('Fang Na Min Jing Yan Li Juan Xiu Ying Hong Mei Xue Lan Ting Yu Qian Dan Ling Rui Qing Hua Lu/Lyu/Lv'),
    givenCount: 2, surnameCount: 1, surnameFirst: true,
  },
  {
    code: 'korean',
    surnames: words('Kim/Gim Lee/Yi/Rhee Park/Pak Choi/Choe Jung/Jeong/Chung Kang/Gang Cho/Jo Yoon/Yun Jang/Chang Lim/Im Han Oh Seo Shin/Sin Kwon/Gwon Hwang Ahn/An Song Yoo/Yu Hong'),
    male: words('Min Jun/Joon Ho Seung Hyun/Hyeon Woo/Wu Young/Yeong Sung/Seong Dong Jae Kyu Ki Tae Sang Won Chul/Cheol'),
    female: words('Ji Eun/Un Soo/Su Hee/Hui Min Young/Yeong Hye Seo Ye Yeon Jin Mi Ah Kyung/Gyeong Na Bin'),
    givenCount: 2, surnameCount: 1, surnameFirst: true,
  },
  {
    code: 'slavic',
    surnames: words('Ivanov Petrov Smirnov Kuznetsov Sokolov Popov Lebedev Kozlov Novikov Morozov Volkov Solovyov/Soloviev/Solovev Vasiliev/Vasilyev Zaytsev/Zaitsev Pavlov Semyonov/Semenov Golubev Shevchenko/Schevchenko Kovalenko Bondarenko Tkachenko Kravchenko Melnyk/Melnik Tymoshenko/Timoshenko Chernyshov/Chernyshev Fyodorov/Fedorov Shcherbakov/Scherbakov Zhukov/Jukov'),
    male: words('Aleksandr/Alexander/Oleksandr Dmitry/Dmitri/Dmitriy/Dmytro Sergey/Sergei/Serhii Andrey/Andrei/Andrii Mikhail/Mihail Yuri/Yury/Iurii Evgeny/Evgenii/Yevgeny Nikolay/Nikolai/Mykola Pavel Igor/Ihor Vladimir/Volodymyr Maksim/Maxim Aleksey/Alexei/Alexey Konstantin Artyom/Artem Viktor/Victor Roman'),
    female: words('Olga/Olha Yulia/Iuliia/Julia Natalya/Natalia/Nataliia Tatyana/Tatiana/Tetiana Elena/Yelena Ekaterina/Yekaterina Svetlana Irina/Iryna Anna Oksana/Oxana Ksenia/Kseniya/Xenia Marina Vera Galina/Halyna Lyudmila/Liudmila Darya/Daria'),
    givenCount: 1, surnameCount: 1, surnameFirst: false,
  },
  {
    code: 'arabic',
    surnames: words('Al-Masri/El-Masri/Almasri Haddad Khoury/Khouri Mansour/Mansoor Al-Sayed/El-Sayed/Alsayed Hamdan Nasser/Naser Saleh/Salih Al-Hashimi/Alhashimi Darwish/Darwesh Farouk/Faruq Qasim/Kasim/Qassim Rahman Sharif/Shareef Aziz Khalil/Khaleel Bakr Hariri Najjar/Najar Tawfik/Tawfiq'),
    male: words('Muhammad/Mohamed/Mohammed/Mohammad Ahmad/Ahmed Yusuf/Youssef/Yousef Hussein/Husayn/Hussain Abdullah/Abdallah/Abdulla Omar/Umar Khalid/Khaled Ibrahim/Ebrahim Hassan/Hasan Mahmoud/Mahmud Mustafa/Moustafa/Mostafa Tariq/Tarek Bilal Jamal/Gamal Karim/Kareem Said/Saeed Walid/Waleed'),
    female: words('Fatima/Fatimah/Fatma Aisha/Ayesha/Aicha Maryam/Mariam Layla/Leila Zaynab/Zainab/Zeinab Khadija/Khadijah Noor/Nour/Nur Huda/Hoda Salma Amina/Aminah Samira/Sameera Rania/Raniya Yasmin/Yasmine'),
    givenCount: 1, surnameCount: 1, surnameFirst: false,
  },
  {
    code: 'german',
    surnames: words('Müller/Mueller Schröder/Schroeder Jäger/Jaeger Krüger/Krueger Weiß/Weiss Groß/Gross Köhler/Koehler Schäfer/Schaefer Böhm/Boehm Vogel Fischer Becker Hoffmann/Hofmann Schneider Zimmermann Lehmann Kaiser Günther/Guenther/Gunther Bäcker/Baecker Möller/Moeller Brandt/Brand Schwarz Neumann'),
    male: words('Jürgen/Juergen Günter/Guenter/Gunther Björn/Bjoern Stefan/Stephan Karl/Carl Philipp/Philip Lukas/Lucas Thomas Matthias/Mathias Jörg/Joerg Hans Peter Klaus/Claus Christoph/Kristof Erik/Eric Wolfgang'),
    female: words('Käthe/Kaethe Bärbel/Baerbel Sophie/Sofie Katharina/Katarina Monika/Monica Ulrike Sabine Jutta Annette/Anette Brigitte/Birgitte Heike Renate Claudia/Klaudia Stephanie/Stefanie Ingrid Susanne/Susane'),
    givenCount: 2, surnameCount: 1, surnameFirst: false,
  },
  {
    code: 'french',
    surnames: words('Lefèvre/Lefebvre Béranger/Beranger Dupont Moreau Lévêque/Leveque François/Francois Mercier D’Arcy/Darcy Le-Gall/Legall Girard Rousseau Chevalier Gauthier/Gautier Noël/Noel Pélissier/Pelissier Dufour Garnier Caron Renaud/Renault Benoît/Benoit De-La-Tour/Delatour Fontaine'),
    male: words('Jean Pierre Michel Étienne/Etienne Frédéric/Frederic Jérôme/Jerome René/Rene Luc Mathieu/Matthieu Philippe/Phillipe Théo/Theo Antoine Gérard/Gerard Loïc/Loic Thierry Cédric/Cedric'),
    female: words('Hélène/Helene Élodie/Elodie Geneviève/Genevieve Anaïs/Anais Chloé/Chloe Marie Claire Sylvie Nathalie/Natalie Béatrice/Beatrice Aurélie/Aurelie Céline/Celine Zoé/Zoe Noémie/Noemie Brigitte'),
    givenCount: 2, surnameCount: 1, surnameFirst: false,
  },
  {
    code: 'spanish',
    surnames: words('García/Garcia Rodríguez/Rodriguez Fernández/Fernandez López/Lopez González/Gonzalez/Gonzales Pérez/Perez Sánchez/Sanchez Ramírez/Ramirez Torres Flores/Florez Núñez/Nunez Jiménez/Jimenez/Gimenez Vásquez/Vazquez/Vasquez Castillo Ortega Muñoz/Munoz Peña/Pena Ibáñez/Ibanez Velasco/Belasco Aguirre Cervantes'),
    male: words('José/Jose Juan Luis/Luiz Carlos Andrés/Andres Ángel/Angel Raúl/Raul Óscar/Oscar Martín/Martin Joaquín/Joaquin Sebastián/Sebastian Iván/Ivan Diego Javier/Xavier Ramón/Ramon Fernando/Hernando'),
    female: words('María/Maria Lucía/Lucia Inés/Ines Sofía/Sofia/Sophia Mónica/Monica Rocío/Rocio Pilar Teresa/Theresa Carmen Verónica/Veronica Isabel/Ysabel Belén/Belen Concepción/Concepcion Ángeles/Angeles Elena/Helena'),
    givenCount: 2, surnameCount: 2, surnameFirst: false,
  },
  {
    code: 'mekong',
    surnames: words('Sok/Sokh Chan/Chann Sambath Phommachanh/Phommachan Vongsa/Vongxa Srisai/Srisay Sengsouvanh/Sengsuvan Suksawat/Sooksawat Chaiyaporn/Chaiyapon Wongsakul/Vongsakul Keo Phan/Pan Saetang/Saetung Thongchai/Tongchai Bounmy/Bounmi Sisavath/Sisavat Nguon Rattanakorn/Rattanakon Charoensuk/Jaroensuk Prasert/Prasoet Heng Meas'),
    male: words('Sopheap/Sopheab Vannak/Vanak Somchai/Somchay Somsak/Somsack Kittisak/Kitisak Khamphone/Khampone Bounthavy/Bounthavi Dara Rithy/Rithi Veasna Phonesavanh/Phonesavan Nattapong/Nattaphong Thanawat/Tanawat Sovann/Sovan Anousone/Anouson'),
    female: words('Sreymom/Sreimom Chanthy/Chanthi Bopha/Boppha Kanya/Kanja Siriporn/Siripon Malaythong/Malaitong Souksavanh/Souksavan Phetsamone/Phetsamon Sophea/Sophia Sreyneang/Sreineang Nisarat/Nisarath Pimchanok/Phimchanok Vilayphone/Vilaiphone'),
    givenCount: 1, surnameCount: 1, surnameFirst: false,
  },
  {
    code: 'japanese',
    surnames: words('Sato/Satou/Satoh Suzuki Takahashi Tanaka Ito/Itou/Itoh Watanabe Yamamoto Nakamura Kobayashi Kato/Katou/Katoh Yoshida Sasaki Inoue/Inouye Saito/Saitou/Saitoh Ohta/Ota/Oota Endo/Endou Ono/Ohno Kondo/Kondou Shimizu/Simizu Matsumoto/Matumoto Fukuda/Hukuda Jinbo/Jimbo'),
    male: words('Hiroshi/Hirosi Kenji/Kenzi Takeshi/Takesi Yuji/Yuuji Shota/Shouta/Shohta Daisuke Kazuya Ryo/Ryou/Ryoh Taro/Tarou/Taroh Koichi/Kouichi/Kohichi Makoto Naoki Tetsuya/Tetuya Satoshi/Satosi Junichi/Junnichi'),
    female: words('Yuko/Yuuko Keiko Yoko/Youko/Yohko Akemi Sachiko/Satiko Naomi Kyoko/Kyouko Emi Haruka Mitsuko/Mituko Chihiro/Tihiro Ayumi Noriko Tomoko Mayumi Shizuka/Sizuka'),
    givenCount: 1, surnameCount: 1, surnameFirst: false,
  },
]; // prettier-ignore
