package org.zhigong.jobs.city.world;

/** Names that nobody takes for real: employers begin with 合成, "synthetic"; see {@link PersonNames} for persons. */
final class Names {

    private static final String SYLLABLES = "甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉戌亥";

    private Names() {}

    /** The name of an employer; {@code bits} are random. */
    static String employer(Sector sector, long bits) {
        return "合成" + syllables(bits, 4) + trade(sector) + ending(sector);
    }

    /** Some syllables, five bits each. */
    static String syllables(long bits, int count) {
        StringBuilder word = new StringBuilder(count);
        for (int i = 0; i < count; i++) {
            word.append(SYLLABLES.charAt((int) ((bits >>> (i * 8) & 0xFF) % SYLLABLES.length())));
        }
        return word.toString();
    }

    private static String trade(Sector sector) {
        return switch (sector.section()) {
            case 'A' -> "农服";
            case 'B' -> "矿业";
            case 'C' -> "制造";
            case 'D' -> "能源";
            case 'E' -> "建筑";
            case 'F' -> "商贸";
            case 'G' -> "运输";
            case 'H' -> "餐饮";
            case 'I' -> "软件";
            case 'J' -> "金融";
            case 'K' -> "物业";
            case 'L' -> "服务";
            case 'M' -> "科技";
            case 'N' -> "环境";
            case 'O' -> "家政";
            case 'P' -> "教育";
            case 'Q' -> "医疗";
            case 'R' -> "文化";
            default -> "综合";
        };
    }

    private static String ending(Sector sector) {
        return switch (sector.group()) {
            case "INST" -> "中心";
            case "GOV" -> "局";
            case "SOCIAL" -> "协会";
            case "SOLE" -> "店";
            default -> "有限公司";
        };
    }
}
