"""Han characters that differ between traditional, Japanese and simplified writing.

An own list of those met in names of places, bodies, posts, people and meetings, written for this product;
then data/han_forms.txt, the rarer ones, from the public tables of character forms (see NOTICE).
Each group is traditional, Japanese, simplified, then further variants; a form may stand in several places.
The simplified form is the one all others fold to: that direction is many-to-one, so it never has to choose.
"""

from functools import cache
from importlib import resources
from typing import Final, Literal

System = Literal["Hant", "Jpan", "Hans"]

_GROUPS: Final = """
# Of places, land and water
縣県县 廣広广 澤沢泽 國国国囯圀 東東东 龍竜龙 蘇蘇苏甦 關関关 鳥鳥鸟 島島岛嶋嶌 長長长镸 崎崎崎﨑嵜碕
濱浜滨濵 邊辺边邉 區区区 灣湾湾 灘灘滩 漢漢汉 陝陝陕 陽陽阳 陰陰阴 順順顺 雲雲云 貴貴贵 慶慶庆 寧寧宁寍
遼遼辽 吳呉吴 錦錦锦 鎮鎮镇 鐵鉄铁銕 門門门 鄉郷乡鄕 鄭鄭郑 鄧鄧邓 麗麗丽 黃黄黄 齊斉齐 齋斎斋 淺浅浅
淵渕渊渆 淨浄净 溪渓溪谿 溫温温 滿満满 潟潟潟澙 澀渋涩澁 濟済济 瀨瀬濑 瀧滝泷 瀋瀋沈 灤灤滦 湯湯汤 漁漁渔
漲漲涨 潔潔洁 澗澗涧 濕湿湿 潛潜潜 濤涛涛 瀾瀾澜 烏烏乌 燒焼烧 營営营 爐炉炉 牆牆墙墻 獅獅狮 獨独独 獲獲获
現現现 環環环 璃璃璃琍 畫画画畵劃划 當当当 疊畳叠疉 發発发 盧盧卢 盡尽尽 礦鉱矿鑛 禮礼礼 祿禄禄 禪禅禅 禰祢祢
稅税税 稱称称 穀穀谷 積積积 穎穎颖頴 穗穂穗 穩穏稳 竈竃灶 競競竞 築築筑 範範范 節節节 籠籠笼篭 籬籬篱 紀紀纪
約約约 紅紅红 紋紋纹 納納纳 純純纯 紗紗纱 紙紙纸 級級级 細細细 紳紳绅 紹紹绍 組組组 結結结 絡絡络 給給给
統統统 絲糸丝 經経经 綠緑绿 維維维 綱綱纲 網網网 綾綾绫 綿綿绵 緊緊紧 緒緒绪 線線线缐 緣縁缘 編編编 緩緩缓
練練练 繩縄绳 縱縦纵 總総总 績績绩 織織织 繡繍绣 繪絵绘 繼継继 續続续 纖繊纤 纜纜缆
# Of government, posts, meetings and people
會会会 議議议 學学学斈 團団团 員員员 廳庁厅 廰庁厅 黨党党 務務务 動動动 勞労劳 勢勢势 勳勲勋勛 協協协 單単单
參参参 雙双双 變変变 號号号 圓円圆 圖図图 園園园薗 圍囲围 圈圏圈 執執执 報報报 塲場场 場場场塲 塊塊块 壓圧压
壘塁垒 壞壊坏 壯壮壮 聲声声 賣売卖 處処处 備備备 傳伝传 傑傑杰 債債债 價価价 儀儀仪 億億亿 優優优 儲儲储
兩両两 冊冊册 內内内 寫写写 決決决 凍凍冻 準準准 減減减 則則则 剛剛刚 創創创 劇劇剧 劉劉刘 劍剣剑劔 劑剤剂
勸勧劝 匯匯汇 醫医医 華華华 卻却却 厲厲厉 叢叢丛 後後后 問問问 啓啓启 啟啓启 喬喬乔 嚴厳严 囑嘱嘱 墮堕堕
奧奥奥 獎奨奖奬 婦婦妇 嬌嬌娇 孫孫孙 實実实 寶宝宝寳 審審审 寬寛宽 寢寝寝 對対对 專専专 將将将 尋尋寻 導導导
屆届届 屬属属 層層层 歲歳岁 峽峡峡 嶽岳岳 嶺嶺岭 巖巌岩 巢巣巢 帥帥帅 師師师 帳帳帐 帶帯带 幣幣币 幫幫帮
幹幹干 幾幾几 庫庫库 廁廁厕 廂廂厢 廈廈厦 廢廃废 廟廟庙 彈弾弹 強強强 彌弥弥 彎弯弯 徑径径 從従从 復復复
徵徴征 德徳德 惠恵惠 惡悪恶 愛愛爱 態態态 慘惨惨 慮慮虑 憂憂忧 憲憲宪 應応应 懷懐怀 戀恋恋 戰戦战 戲戯戏戱
戶戸户 拔抜拔 拜拝拜 掃掃扫 採採采 揚揚扬 換換换 揮揮挥 損損损 搖揺摇 撐撐撑 擇択择 擊撃击 據拠据 擔担担
擴拡扩 擧挙举 舉挙举 攝摂摄 敎教教 敍叙叙 敘叙叙 數数数 敵敵敌 斷断断 於於于 時時时 晉晋晋 晝昼昼 暉暉晖
曆暦历 曉暁晓 書書书 條条条 來来来 極極极 構構构 樣様样 榮栄荣 樂楽乐 樓楼楼 標標标 樞枢枢 橋橋桥 機機机
橫横横 檢検检 檜桧桧 櫻桜樱 欄欄栏 權権权 歐欧欧 歡歓欢 歸帰归 殘残残 毆殴殴 氣気气 每毎每 沒没没 涼涼凉
淚涙泪 測測测 為為为 爲為为 爭争争 爾爾尔 狀状状 產産产 畢畢毕 畧略略 異異异 療療疗 眞真真 礎礎础 確確确
碩碩硕 禍禍祸 禦禦御 離離离 種種种 穰穣穰 窓窓窗 竝並并 並並并 筆筆笔 簡簡简 粹粋粹 糧糧粮 終終终 絕絶绝
聖聖圣 聞聞闻 聯聯联 聰聡聪 職職职 肅粛肃 脅脅胁 脈脈脉 腦脳脑 膽胆胆 臟臓脏 臨臨临 臺台台 與与与 興興兴
舊旧旧 艦艦舰 艷艶艳 藝芸艺 莊荘庄 葉葉叶 蔣蒋蒋 藏蔵藏 藥薬药 蘆芦芦 蘭蘭兰 虛虚虚 蟲虫虫 蠶蚕蚕 衆衆众
術術术 衞衛卫 衛衛卫 補補补 裝装装 製製制 複複复 覺覚觉 覽覧览 觀観观 觸触触 訂訂订 計計计 訊訊讯 討討讨
訓訓训 託託托 記記记 訪訪访 設設设 許許许 訴訴诉 診診诊 詔詔诏 評評评 詞詞词 試試试 詩詩诗 話話话 該該该
詳詳详 認認认 語語语 誠誠诚 誤誤误 說説说 課課课 調調调 談談谈 請請请 論論论 諮諮咨 諸諸诸 謀謀谋 講講讲
謝謝谢 證証证 識識识 譜譜谱 譯訳译 護護护 譽誉誉 讀読读 讓譲让 讚讃赞 贊賛赞 豐豊丰 豫予豫 豬猪猪 貞貞贞
負負负 財財财 貢貢贡 貨貨货 責責责 貿貿贸 貫貫贯 費費费 資資资 賀賀贺 賓賓宾 賢賢贤 質質质 購購购 贈贈赠
車車车 軍軍军 軌軌轨 軟軟软 較較较 載載载 輔輔辅 輕軽轻 輝輝辉 輪輪轮 輸輸输 轄轄辖 轉転转 辭辞辞 辯弁辩
農農农 迴迴回 進進进 遊遊游 運運运 過過过 達達达 違違违 遠遠远 適適适 遲遅迟 遷遷迁 選選选 遺遺遗 還還还
邇邇迩 郵郵邮 鄰隣邻 隣隣邻 醬醤酱 釋釈释 針針针 釣釣钓 鈴鈴铃 銀銀银 銅銅铜 鋒鋒锋 鋼鋼钢 錄録录 錢銭钱
鍾鍾钟 鐘鐘钟 鎌鎌镰 鏡鏡镜 鑄鋳铸 鑑鑑鉴 鑒鑑鉴 閣閣阁 開開开 閉閉闭 間間间 閑閑闲 闊闊阔濶 陣陣阵 陳陳陈
陸陸陆 隊隊队 階階阶 際際际 險険险 隨随随 隱隠隐 雜雑杂 雞鶏鸡鷄 難難难 電電电 靈霊灵 靜静静 靑青青 韋韋韦
韓韓韩 響響响 頂頂顶 項項项 須須须 預預预 頓頓顿 領領领 頭頭头 賴頼赖 頻頻频 題題题 額額额 顏顔颜 願願愿
類類类 顧顧顾 顯顕显 風風风 飛飛飞 飯飯饭 飲飲饮 飾飾饰 養養养 餘余余 館館馆舘 馬馬马 馮馮冯 駐駐驻 駿駿骏
騎騎骑 騷騒骚 驅駆驱 驗験验 驛駅驿 驚驚惊 體体体躰軆 髮髪发 鬪闘斗 鬥闘斗 魚魚鱼 魯魯鲁 鮮鮮鲜 鯨鯨鲸 鳳鳳凤
鳴鳴鸣 鴨鴨鸭 鴻鴻鸿 鵬鵬鹏 鶴鶴鹤 鷗鴎鸥 鷹鷹鹰 鷲鷲鹫 鹽塩盐 麥麦麦 麵麺面 點点点 黑黒黑 默黙默 齒歯齿
齡齢龄 龜亀龟 高高高髙 吉吉吉𠮷 尙尚尚 硏研研 值値值 姊姉姊 姉姉姊 働働动 槇槙槙 增増增 曾曽曾 步歩步 涉渉涉
晚晩晚 諫諌谏 壽寿寿 佛仏佛 拂払拂 假仮假 傘傘伞 僞偽伪 偉偉伟 側側侧 偵偵侦 倉倉仓 個個个箇 們們们 侶侶侣
係係系 俠侠侠 傷傷伤 儉倹俭 兒児儿 凱凱凯 券券券劵 勵励励 啞唖哑 喪喪丧 嘗嘗尝 嚮嚮向 堅堅坚 堯尭尧 墳墳坟
壇壇坛 壹壱壹 夢夢梦 夾夾夹 奪奪夺 奮奮奋 娛娯娱 媽媽妈 岡岡冈 峰峰峰峯 嶋島岛 廉廉廉亷 張張张 彥彦彦 徹徹彻
慣慣惯 憐憐怜 懸懸悬 挾挟挟 捨捨舍 擁擁拥 擬擬拟 攜携携 斎斎斋 昇昇升 曠曠旷 查査查 柵柵栅 桑桑桑桒 棧桟栈
棟棟栋 楊楊杨 業業业 樹樹树 樸樸朴 歷歴历 歿歿殁 氾氾泛 汎汎泛 沖沖冲 況況况 淸清清 湊湊凑 溝溝沟 滄滄沧
滯滞滞 滬滬沪 潤潤润 濃濃浓 瀅瀅滢 瀏瀏浏 瀝瀝沥 瀟瀟潇 瀘瀘泸 煉煉炼 煙煙烟 燈灯灯 燦燦灿 燁燁烨 牽牽牵
狹狭狭 猶猶犹 玆玆兹 琺琺珐 瑤瑶瑶 璽璽玺 瓊瓊琼 畝畝亩 癡痴痴 皋皐皋 盜盗盗 監監监 盤盤盘 礪砺砺 礙碍碍
祕秘秘 禎禎祯 稻稲稻 穫穫获 窯窯窑 竊窃窃 篤篤笃 籤籖签 簽簽签 粵粵粤 紡紡纺 絹絹绢 綺綺绮 緯緯纬 縮縮缩
繫繋系 纘纘缵 罐缶罐 羅羅罗 羣群群 義義义 習習习 翹翹翘 聽聴听 膠膠胶 臘臈腊 艶艶艳 莖茎茎 菸菸烟 萬万万
蒼蒼苍 蓮蓮莲 蓋蓋盖 薦薦荐 薩薩萨 蕭蕭萧 薊薊蓟 藍藍蓝 蘿蘿萝 虜虜虏 蛇蛇蛇虵 蝕蝕蚀 螢蛍萤 蠟蝋蜡 蠻蛮蛮
裏裏里 裡裡里 襲襲袭 規規规 視視视 親親亲 訥訥讷 詠詠咏 誌誌志 誕誕诞 誼誼谊 誾誾訚 諭諭谕 諾諾诺 謙謙谦
謠謡谣 譚譚谭 豔艶艳 貝貝贝 販販贩 貯貯贮 賃賃赁 賈賈贾 賜賜赐 賞賞赏 賽賽赛 贛贛赣 趙趙赵 躍躍跃 踐践践
輯輯辑 輿輿舆 轟轟轰 遙遥遥 遞逓递 邁邁迈 鄒鄒邹 醉酔醉 釀醸酿 鈞鈞钧 鉀鉀钾 銘銘铭 銳鋭锐 鋪舗铺舖 錫錫锡
鍛鍛锻 鎖鎖锁 鐸鐸铎 鑛鉱矿 閃閃闪 閔閔闵 閩閩闽 閱閲阅 闖闖闯 闢闢辟 陷陥陷 隴隴陇 隸隷隶 霧霧雾 靄靄霭
鞏鞏巩 頌頌颂 頤頤颐 顥顥颢 颱颱台 飢飢饥 餅餅饼 驥驥骥 鬱鬱郁 鯉鯉鲤 鱗鱗鳞 鱒鱒鳟 鵡鵡鹉 鷺鷺鹭 鹼鹸碱
麟麟麟麐 鼇鼇鳌 龐龐庞 亞亜亚 侖侖仑 倫倫伦 侯侯侯矦 眾衆众 冰氷冰 涇涇泾 渦渦涡 渾渾浑 湞湞浈 滙匯汇 滲滲渗
滻滻浐 漸漸渐 漿漿浆 潁潁颍 潑溌泼 潯潯浔 潿潿涠 潰潰溃 澱澱淀 濰濰潍 瀆涜渎 瀕瀕濒 灑灑洒 灃灃沣 灝灝灏
崗崗岗 崑崑昆 崙崙仑 嵐嵐岚 嶇嶇岖 嶗嶗崂 嶧嶧峄 巒巒峦 壩壩坝 墊墊垫 塵塵尘 壙壙圹 壟壟垄 萊萊莱 蕪蕪芜
蔭蔭荫 薈薈荟 鄖鄖郧 鄲鄲郸 鄴鄴邺 酈酈郦 鄆鄆郓 鉅鉅钜 錐錐锥 鍋鍋锅 鐮鎌镰 鏈鏈链 閘閘闸 閬閬阆 陘陘陉
隕隕陨 雋雋隽 雖雖虽 霽霽霁 颯颯飒 饒饒饶 駝駝驼 騰騰腾 鱷鰐鳄 鳩鳩鸠 鵝鵝鹅 麼麼么 黽黽黾
# Further spellings in names, and characters simplified into one
呂呂吕 宮宮宫 別別别 悅悦悦 脫脱脱 兌兌兑 郞郎郎 卽即即 旣既既 槪概概 倂併并 屛屏屏 汙污污 富富富冨 船船船舩
村村村邨 野野野埜 柳柳柳栁桺 藪薮薮 鶯鶯莺 恆恒恒 姬姫姬 兎兎兔 熙煕熙 凜凛凛 亙亘亘 湧湧涌 櫪櫪枥栃 留留留畄
宜宜宜冝 鬆鬆松 乾乾干 捲捲卷 麯麹曲 隻隻只 韮韮韭 幷并并 濬濬浚 蹟跡迹 礫礫砾 碁碁棋 畵画画 廻回回 囘回回
囬回回 昻昂昂 晧皓皓 煥煥焕 鉉鉉铉 鎬鎬镐 鎔鎔镕 鏞鏞镛 銑銑铣 鍵鍵键 釗釗钊 鈺鈺钰 鑽鑚钻 瑩瑩莹 珎珍珍
璿璿璇 瓚瓚瓒 煒煒炜 爀爀赫 勛勲勋 埈峻峻 諍諍诤 詣詣诣 詢詢询 諄諄谆 贇贇赟 軾軾轼 轍轍辙 鄺鄺邝 鄔鄔邬
閻閻阎 闕闕阙 顓顓颛 駱駱骆 騏騏骐 驍驍骁 鮑鮑鲍 鯤鯤鲲 鸞鸞鸾 鵾鵾鹍 龔龔龚 葦葦苇 薔薔蔷 藺藺蔺 蘊蘊蕴
衝衝冲 覓覓觅 諶諶谌 錚錚铮 閎閎闳 韜韜韬 頡頡颉 頗頗颇 飄飄飘 饌饌馔 騫騫骞 鳶鳶鸢 鴛鴛鸳 龕龕龛 儻儻傥
兗兗兖 冑冑胄 刪刪删 剝剥剥 勻匀匀 厓厓崖 吶吶呐 嘆嘆叹 嚐嚐尝 囪囪囱 塗塗涂 墻墻墙 壺壷壶 夥夥伙 姍姍姗
婁婁娄 媧媧娲 嫵嫵妩 嬰嬰婴 孿孿孪 寵寵宠 屢屡屡 峴峴岘 嶸嶸嵘 巔巓巅 幟幟帜 廝廝厮 弒弑弑 徠徠徕 恊協协
悞悞误 愼慎慎 慙慚惭 憶憶忆 憑憑凭 戾戻戾 揀揀拣 掛掛挂 搶搶抢 摯摯挚 撫撫抚 撓撓挠 撲撲扑 擋擋挡 擠擠挤
攤攤摊 攬攬揽 敗敗败 斃斃毙 旛旛幡 昰是是 暎映映 暢暢畅 暫暫暂 曄曄晔 棗棗枣 棲棲栖 楓楓枫 榆榆榆楡 樺樺桦
橢楕椭 欽欽钦 殤殤殇 毀毀毁 氈氈毡 汚污污 洩洩泄 湼涅涅 滌滌涤 漣漣涟 燴燴烩 爍爍烁 爺爺爷 狽狽狈 瑪瑪玛
璣璣玑 瓏瓏珑 甁瓶瓶 皺皺皱 矚矚瞩 磚磚砖 禱禱祷 穢穢秽 窮窮穷 窪窪洼 筍筍笋 箋箋笺 簫簫箫 籌籌筹 糾糾纠
紐紐纽 紛紛纷 絞絞绞 絨絨绒 綏綏绥 綜綜综 綢綢绸 締締缔 緻緻致 縫縫缝 繳繳缴 罰罰罚 罷罷罢 羨羨羡 聾聾聋
脩脩修 腸腸肠 膚膚肤 臥臥卧 艙艙舱 芻芻刍 荊荊荆 蓀蓀荪 薑薑姜 藤藤藤籐 蘋蘋苹 蝦蝦虾 螞螞蚂 蠣蛎蛎 袞袞衮
裊裊袅 褲褲裤 訛訛讹 訝訝讶 訣訣诀 詐詐诈 詫詫诧 誅誅诛 誇誇夸 誘誘诱 謁謁谒 謄謄誊 謎謎谜 謹謹谨 貓猫猫
貼貼贴 貽貽贻 賊賊贼 賑賑赈 賠賠赔 賭賭赌 贏贏赢 趨趨趋 跡跡迹 踴踴踊 軋軋轧 軒軒轩 軸軸轴 輛輛辆 輩輩辈
轅轅辕 連連连 週週周 遜遜逊 釐釐厘 釦釦扣 鈍鈍钝 鈔鈔钞 鉤鉤钩 鉛鉛铅 鋸鋸锯 錨錨锚 鍊錬炼 鎧鎧铠 鏗鏗铿
鑰鑰钥 閨閨闺 闆闆板 陞陞升 雛雛雏 霑霑沾 靂靂雳 韃韃鞑 韻韻韵 頃頃顷 頒頒颁 頸頸颈 顆顆颗 餞餞饯 駁駁驳
駛駛驶 驕驕骄 鬚鬚须 鬧鬧闹 鮎鮎鲇 鯛鯛鲷 鰻鰻鳗 鴉鴉鸦 鵲鵲鹊 鷸鷸鹬 鹵鹵卤 麩麩麸
"""

_OWN: Final = tuple(
    group for line in _GROUPS.splitlines() if not line.startswith("#") for group in line.split()
)
_RARER: Final = resources.files("interlocal.languages").joinpath("data/han_forms.txt").read_text("utf-8")
GROUPS: Final = (*_OWN, *_RARER.split())

# Each form to the one it is matched under.
TO_ONE: Final = {form: group[2] for group in GROUPS for form in group if form != group[2]}


def japanese_forms(text: str) -> tuple[str, ...]:
    """A text as Japan writes its characters, likeliest first: 鸟取 as 鳥取, 铃木 as 鈴木; at most two.

    Where several characters were simplified into one, the Japanese form listed first is taken. A character that
    Japan has too stays itself in the first form (里) and stands for another in the second (千叶 is 千葉).
    """
    return tuple(dict.fromkeys((text.translate(_TO_JAPANESE), text.translate(_TO_JAPANESE_ALWAYS))))


@cache
def systems(char: str) -> frozenset[System]:
    """The writings in which a Han character is at home; all three when nothing is known against it."""
    listed = _LISTED.get(char)
    if listed:
        return listed | _common(char)
    return _encoded(char)


def _listed() -> dict[str, frozenset[System]]:
    found: dict[str, set[System]] = {}
    for group in GROUPS:
        for system, form in zip(_COLUMNS, group, strict=False):
            found.setdefault(form, set()).add(system)
    return {form: frozenset(among) for form, among in found.items()}


def _common(char: str) -> frozenset[System]:
    # 后, 里 and 台 stand in for other characters in one writing and are words of their own in the others:
    # being among the ordinary characters of an older national standard shows it.
    at_home: set[System] = set()
    if b"\x88" <= _bytes(char, "shift_jis") < b"\x98\x9f":
        at_home.add("Jpan")
    if b"\xa4" <= _bytes(char, "big5") < b"\xc6\xa1":
        at_home.add("Hant")
    return frozenset(at_home)


def _encoded(char: str) -> frozenset[System]:
    japanese, simplified = _bytes(char, "shift_jis"), _bytes(char, "gb2312")
    traditional = _bytes(char, "big5") or _bytes(char, "euc_kr")
    if simplified and not (japanese or traditional):
        return frozenset({"Hans"})
    if japanese and not (simplified or traditional):
        return frozenset({"Jpan"})
    return frozenset(_COLUMNS)


def _bytes(char: str, standard: str) -> bytes:
    return char.encode(standard, "ignore")


_COLUMNS: Final[tuple[System, ...]] = ("Hant", "Jpan", "Hans")


def _to_japanese(*, always: bool) -> dict[int, str]:
    # A form at home in Japan stays itself: 里 is not 裏 there, 台 not 臺.
    ours = set() if always else {group[2] for group in GROUPS if "Jpan" in _common(group[2])}
    ours |= {group[1] for group in GROUPS}
    table: dict[int, str] = {}
    # What the rarer characters were simplified into (韆 as 千) is nearly always meant as itself.
    for group in _OWN if always else GROUPS:
        for form in group[2:3] if always else group:
            if form not in ours or (always and form not in _NEVER_OTHERS):
                table.setdefault(ord(form), group[1])
    return {code: form for code, form in table.items() if chr(code) != form}


_LISTED: Final = _listed()
# Simplified forms that Japanese names use as they are.
_NEVER_OTHERS: Final = frozenset("里谷台松余干丰沈斗弁冲云")
_TO_JAPANESE: Final = _to_japanese(always=False)
_TO_JAPANESE_ALWAYS: Final = _TO_JAPANESE | _to_japanese(always=True)
