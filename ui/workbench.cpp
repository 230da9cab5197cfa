#include "ui/workbench.h"

#include <algorithm>

#include "core/engine_api/loader.h"
#include "ui/text/qt_text.h"

namespace tunebench::ui {

Workbench::Workbench(std::filesystem::path dataFolder, RunHost::MakeEngine makeEngine,
                     EngineProblem engineProblem)
    : dataFolder_(std::move(dataFolder)),
      engineProblem_(std::move(engineProblem)),
      settings_(toQt(dataFolder_ / "window.ini"), QSettings::IniFormat),
      recentModels_(settings_, QStringLiteral("recent/models")),
      recentData_(settings_, QStringLiteral("recent/data")),
      source_(dataFolder_) {
    auto history = History::open(dataFolder_, [this] { source_.notify(); });
    if (history)
        history_ = *std::move(history);
    else
        historyProblem_ = history.error();
    bridge_ = std::make_unique<RunBridge>(std::move(makeEngine), dataFolder_, history_.get());
}

Workbench::~Workbench() {
    bridge_.reset();
    if (history_)
        static_cast<void>(history_->flush());  // what it could not write is in events.jsonl
    history_.reset();
}

void Workbench::remember(const RunConfig& config) {
    recentModels_.add(toQt(config.model.path));
    recentData_.add(toQt(config.data.validation));
    for (auto file = config.data.train.rbegin(); file != config.data.train.rend(); ++file)
        recentData_.add(toQt(file->path));
}

std::optional<Error> Workbench::engineProblem() const {
    return engineProblem_ ? engineProblem_() : std::nullopt;
}

std::optional<Error> missingEngine(const std::vector<std::filesystem::path>& candidates) {
    std::error_code ignored;
    const bool isThere = std::any_of(candidates.begin(), candidates.end(), [&](const auto& path) {
        return std::filesystem::exists(path, ignored);
    });
    if (isThere)
        return {};
    const auto engine = load_engine(candidates);  // finds nothing to load, and words it
    return engine ? std::nullopt : std::optional(engine.error());
}

}  // namespace tunebench::ui
