#include "ui/shell/interrupted_work.h"

#include "core/run/run_folder.h"
#include "core/study/queue/study_folder.h"
#include "ui/pages/study_page.h"
#include "ui/shell/run_requests.h"
#include "ui/shell/shell.h"
#include "ui/text/qt_text.h"
#include "ui/widgets/message_bar.h"
#include "ui/workbench.h"

namespace tunebench::ui {

InterruptedWork::InterruptedWork(Shell& shell) : QObject(&shell), shell_(shell), task_(this) {}

void InterruptedWork::lookForIt() {
    task_.start([folder = shell_.workbench().dataFolder()](const CancelToken&) { return find(folder); },
                [this](const Found& found) { offer(found); });
}

InterruptedWork::Found InterruptedWork::find(const std::filesystem::path& dataFolder) {
    Found found;
    if (const auto studies = StudyFolder::interrupted(dataFolder); !studies.empty())
        if (const auto settings = StudyFolder::settings_in(studies.front()))
            found.study = {.folder = studies.front(), .name = settings->rules.name};
    const auto folders = interrupted_runs(dataFolder);
    found.runCount = folders.size();
    if (folders.empty())
        return found;
    if (const auto run = RunFolder::open(folders.back())) {
        const RunManifest& manifest = run->manifest();
        const std::string& name = manifest.config.general.name;
        found.run = {.folder = folders.back(), .name = name.empty() ? manifest.id : name};
    }
    return found;
}

void InterruptedWork::offer(const Found& found) {
    if (shell_.workbench().bridge().isBusy() || !shell_.message().message().isEmpty())
        return;
    if (found.study)
        offerStudy(*found.study);
    else if (found.run)
        offerRun(*found.run, found.runCount);
}

void InterruptedWork::offerStudy(const Found::Study& study) {
    MessageBar& message = shell_.message();
    message.show(MessageKind::Info, tr("The study “%1” is not finished").arg(toQt(study.name)),
                 tr("It can go on with the run that was at work."));
    message.addAction(tr("Go on"), [this, folder = study.folder] {
        if (shell_.runs().isRefused())
            return;
        shell_.message().clear();
        shell_.show(Page::Study);
        shell_.page<StudyPage>().resumeStudy(folder);
    });
}

void InterruptedWork::offerRun(const Found::Run& run, std::size_t count) {
    const QString name = toQt(run.name);
    MessageBar& message = shell_.message();
    message.show(MessageKind::Info, tr("“%1” was interrupted").arg(name),
                 count == 1
                     ? tr("It can go on from its last checkpoint.")
                     : tr("It can go on from its last checkpoint. There are %1 runs like it in the history.")
                           .arg(count));
    message.addAction(tr("Resume"),
                      [this, name, folder = run.folder] { shell_.runs().resume(name, folder); });
    message.addAction(tr("Show history"), [this] {
        shell_.message().clear();
        shell_.show(Page::History);
    });
}

}  // namespace tunebench::ui
