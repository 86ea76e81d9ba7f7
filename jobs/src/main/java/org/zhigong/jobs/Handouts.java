package org.zhigong.jobs;

import java.nio.file.Path;
import java.util.List;
import org.zhigong.jobs.briefing.Briefing;
import org.zhigong.jobs.briefing.Language;
import org.zhigong.jobs.briefing.Plan;
import org.zhigong.jobs.workbook.Workbook;
import org.zhigong.marts.release.Attachment;
import org.zhigong.marts.release.Candidate;
import org.zhigong.marts.release.ReleaseTitle;
import org.zhigong.warehouse.AtomicFiles;
import org.zhigong.warehouse.Engine;
import org.zhigong.warehouse.EngineSettings;
import org.zhigong.warehouse.LocalCopies;
import org.zhigong.warehouse.duckdb.DuckDb;

/**
 * What a release carries for people who open files. It is made of the file for readers alone, whatever engine built the
 * release, so that {@code zhigong workbook} and {@code zhigong briefing} give the same of an older release.
 */
final class Handouts implements Attachment {

    private final EngineSettings settings;
    private final Plan briefing;

    Handouts(EngineSettings settings, Plan briefing) {
        this.settings = settings;
        this.briefing = briefing;
    }

    @Override
    public List<String> write(Candidate candidate) {
        Path folder = candidate.folder();
        try (Engine engine = DuckDb.readOnly(LocalCopies.of(folder.resolve("zhigong.duckdb")), settings)) {
            ReleaseTitle title = ReleaseTitle.of(candidate);
            Workbook.write(engine, title, folder.resolve(Workbook.FILE));
            AtomicFiles.replace(folder.resolve(Briefing.FILE), new Briefing(engine, title, briefing).html(Language.ZH));
        }
        return List.of(Workbook.FILE, Briefing.FILE);
    }
}
