"""What is read otherwise than by pypinyin's dictionary, each with a reason."""

from __future__ import annotations

import re

FORMS = {
    # 得 is getting, in words of law: 所得, 不得.
    "不得": "bù dé", "所得": "suǒ dé",
    # 为 is being: 以本法为准.
    "为准": "wéi zhǔn", "视为": "shì wéi", "列为": "liè wéi", "为主": "wéi zhǔ",
    "为辅": "wéi fǔ", "为限": "wéi xiàn", "为期": "wéi qī", "当为": "dāng wéi",
    "为由": "wéi yóu", "为例": "wéi lì", "为界": "wéi jiè", "为首": "wéi shǒu",
    # 长 is long, 长 is the head of an office.
    "长效": "cháng xiào", "见长": "jiàn cháng", "长三角": "cháng sān jiǎo",
    "乡长": "xiāng zhǎng", "镇长": "zhèn zhǎng", "田长制": "tián zhǎng zhì",
    # 行 is a bank or a trade, also in words that the dictionary has not.
    "投行": "tóu háng", "支行": "zhī háng", "总行": "zǒng háng", "跨行": "kuà háng",
    "行内": "háng nèi", "商业银行": "shāng yè yín háng", "行当": "háng dang",
    # 重 is again.
    "重构": "chóng gòu", "重整": "chóng zhěng", "多重": "duō chóng",
    "重塑": "chóng sù", "重置": "chóng zhì", "重铸": "chóng zhù",
    # 调 is setting right, not sending.
    "调减": "tiáo jiǎn", "调增": "tiáo zēng", "上调": "shàng tiáo", "下调": "xià tiáo",
    "微调": "wēi tiáo", "调结构": "tiáo jié gòu", "调仓": "tiáo cāng",
    # 种 is planting and giving.
    "接种": "jiē zhòng", "种粮": "zhòng liáng", "种养": "zhòng yǎng",
    "引种": "yǐn zhòng",
    # 应 is answering.
    "应诉": "yìng sù", "应激": "yìng jī",
    # 尽 is wholly.
    "应保尽保": "yīng bǎo jìn bǎo", "应收尽收": "yīng shōu jìn shōu",
    "应享尽享": "yīng xiǎng jìn xiǎng", "应贷尽贷": "yīng dài jìn dài",
    # 还 is giving back.
    "还款": "huán kuǎn",
    # 给 is supplying.
    "给排水": "jǐ pái shuǐ", "供养": "gōng yǎng",
    # 载 is writing down.
    "载明": "zǎi míng",
    # Others of one word each.
    "分子": "fēn zǐ", "运转": "yùn zhuǎn", "流血": "liú xuè", "朝阳": "cháo yáng",
    "朝鲜": "cháo xiǎn", "逆差": "nì chā", "差旅": "chāi lǚ", "用处": "yòng chù",
    "正当": "zhèng dàng", "倾倒": "qīng dào", "干支流": "gàn zhī liú",
    "偏好": "piān hào", "问卷": "wèn juàn", "口角": "kǒu jué", "切换": "qiē huàn",
    "散发": "sàn fā", "开花结果": "kāi huā jiē guǒ", "铺底": "pū dǐ",
    "创可贴": "chuāng kě tiē", "硕果累累": "shuò guǒ léi léi", "量子": "liàng zǐ",
    "显著": "xiǎn zhù", "电子": "diàn zǐ", "只能": "zhǐ néng",
    # The last syllable has no tone in 现代汉语词典.
    "部分": "bù fen", "任务": "rèn wu", "合同": "hé tong", "知识": "zhī shi",
    "认识": "rèn shi", "商量": "shāng liang", "困难": "kùn nan", "干事": "gàn shi",
    "提防": "dī fang", "薄荷": "bò he", "头发": "tóu fa", "结实": "jiē shi",
    "巴结": "bā jie", "漂亮": "piào liang", "恶心": "ě xin", "还是": "hái shi",
    "亏空": "kuī kong", "时候": "shí hou", "事情": "shì qing", "清楚": "qīng chu",
    "粮食": "liáng shi", "规矩": "guī ju", "消息": "xiāo xi", "便宜": "pián yi",
}  # fmt: skip
"""Words, wherever they stand, and how they are read."""

_IN_CLAUSE = r"[^，。；：！？\n]"

_PURPOSE = (
    "贯彻|落实|维护|保护|保障|规范|加强|促进|推动|推进|支持|鼓励|引导|实现|加快|提高|提升|完善"
    "|深化|正确|进一步|确保|保证|防止|防范|预防|适应|满足|应对|解决|建立|健全|构建|建设|打造"
    "|充分|全面|切实|积极|有效|更好|做好|抓好|优化|强化|培育|扩大|发展|便于|方便|缓解|依法|加大"
    "|巩固|改善|改进|稳定|统筹|激发|增强|拓展|拓宽|履行|执行|实施|查明|避免|减少|降低|订立|执法"
)

_MANNER = (
    "积极|稳妥|主动|自觉|有效|更好|充分|切实|深入|全面|系统|逐步|不断|大力|科学|合理|公平|公正|及时"
    "|准确|坚定不移|因地制宜|有计划|有步骤|有序|持续|迅速|广泛|清楚|明确|直接|间接|最大限度|性|尽可能"
    "|更多|更快|严格|认真|完整|真实|如实|独立|自由|平等|健康|协调|高效|便捷|显著|稳步|公开|透明|快速"
)

RULES: tuple[tuple[re.Pattern[str], str], ...] = (
    # 为 is being, unless it stands in a word of its own kind: 因为, 为了.
    (re.compile(r"(?<!因)(为)(?!了|此|何|什么|您|民(?:服|办实|解|谋|造福))"), "wéi"),
    # 为 before whom something is done for: 为企业提供服务.
    (
        re.compile(
            rf"(?<![成作认行视列定级])(为)(?!了|主|准|限|期|由)"
            rf"(?={_IN_CLAUSE}*?(?:提供|服务|创造|赋能|作出|参与|募集))"
        ),
        "wèi",
    ),
    # 为 before what is to be reached, where a clause begins: 为维护公司利益.
    (re.compile(rf"(?:^|[，。；：）\s（])(为)(?=(?:{_PURPOSE}))"), "wèi"),
    # 地 after how something is done: 积极稳妥地推进.
    (
        re.compile(rf"(?:{_MANNER})(地)(?![区方位域点址理质产块级下带])"),
        "de",
    ),
    # 处 before a punishment: 处五万元以上十万元以下罚款.
    (
        re.compile(
            r"(?<![此各多几两])(处)(?=[一二三四五六七八九十百\d]|有期|无期|拘|违法所得|罚)"
        ),
        "chǔ",
    ),
    # 为 of a purpose that is named so: 为侦查的目的, 为测试而拟, 为履行合同所必需.
    (re.compile(rf"(为)(?={_IN_CLAUSE}{{1,20}}(?:目的|所必需|起见))"), "wèi"),
    (re.compile(rf"(?<![成作认行])(为)(?={_IN_CLAUSE}{{1,12}}而)"), "wèi"),
    # 为 after 以 is being: 以服务实体经济为导向.
    (
        re.compile(
            rf"以{_IN_CLAUSE}{{1,20}}?(?<![因成作认])(为)"
            r"(?=基础|由|目标|导向|核心|重点|主|支撑|引领|保障|动力|突破口|抓手|载体|牵引|指导|正向)"
        ),
        "wéi",
    ),
)
"""What is found, and how the character in its first group is read; later ones win."""
