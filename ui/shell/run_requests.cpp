#include "ui/shell/run_requests.h"

#include "core/run/run_sources.h"
#include "ui/pages/export_page.h"
#include "ui/pages/live_page.h"
#include "ui/pages/setup_page.h"
#include "ui/shell/active_work.h"
#include "ui/shell/shell.h"
#include "ui/text/qt_text.h"
#include "ui/widgets/message_bar.h"
#include "ui/workbench.h"

namespace tunebench::ui {

RunRequests::RunRequests(Shell& shell) : QObject(&shell), shell_(shell) {
    connect(&shell_.workbench().bridge(), &RunBridge::runStarted, this, &RunRequests::onStarted);
}

/// The host would put it behind the run at work, whose page would show it already.
bool RunRequests::isRefused() {
    if (!shell_.work().isBusy())
        return false;
    shell_.message().show(
        MessageKind::Warning,
        shell_.work().hasActiveStudy() ? tr("A study is at work.") : tr("Another run is active."),
        tr("Stop it, or wait until it has finished."));
    return true;
}

void RunRequests::start(const RunConfig& config) {
    if (isRefused())
        return;
    shell_.message().clear();
    askedOn_ = Page::Setup;
    shell_.page<LivePage>().prepare(toQt(config.general.name));
    request_ = shell_.workbench().bridge().host().start(config);
    shell_.workbench().remember(config);
    shell_.show(Page::Live);
}

void RunRequests::resume(const QString& name, const std::filesystem::path& folder) {
    if (isRefused())
        return;
    shell_.message().clear();
    askedOn_ = shell_.current();
    shell_.page<LivePage>().prepare(name);
    request_ = shell_.workbench().bridge().host().resume(folder);
    shell_.show(Page::Live);
}

void RunRequests::prepareLike(const RunConfig& config) {
    const QString name = toQt(config.general.name);
    shell_.page<SetupPage>().startFromRun(with_hub_names(config, hub_cache_folder()),
                                          name.isEmpty() ? tr("Unnamed run") : name);
    shell_.show(Page::Setup);
}

void RunRequests::exportRun(const QString& runId) {
    shell_.page<ExportPage>().chooseRun(runId);
    shell_.show(Page::Export);
}

void RunRequests::onStarted(const HostRunStarted& started) {
    const bool isOurs = started.request == request_;
    if (!isOurs && !(started.folder && shell_.work().hasActiveStudy()))
        return;
    LivePage& live = shell_.page<LivePage>();
    if (!isOurs)
        live.prepare({});  // the study's next run
    if (started.folder)
        return live.onStarted(started);
    live.abandon();
    showFailure(started.folder.error());
}

void RunRequests::showFailure(const Error& error) {
    shell_.show(askedOn_);
    // A setting is to blame, or the program's own files are.
    if (error.field.empty() || askedOn_ != Page::Setup)
        shell_.message().showError(error);
    else
        shell_.page<SetupPage>().showError(error);
}

}  // namespace tunebench::ui
