// PromptKeeper: what becomes of a prompt that is worth keeping: a sample of the run in Setup, or a row of an
// evaluation set. Everything can be undone where it is told.
#pragma once

#include <filesystem>
#include <functional>
#include <vector>

#include <QObject>

#include "core/base/json.h"
#include "core/run/run_config.h"

class QMenu;
class QSettings;

namespace tunebench::ui {

class MessageBar;

/// An answer that can be kept.
struct KeptAnswer {
    QString speaker = {};
    OrderedJson row = {};
};

class PromptKeeper : public QObject {
    Q_OBJECT

public:
    using Prompt = std::function<QString()>;
    using Answers = std::function<std::vector<KeptAnswer>()>;

    /// Fills the menu whenever it opens.
    PromptKeeper(QMenu* menu, MessageBar* message, QSettings& settings, Prompt prompt, Answers answers);

    void keepAsSample(const std::string& prompt);
    /// Adds the row to the file.
    void keepInSet(const std::filesystem::path& file, const OrderedJson& row);

Q_SIGNALS:
    /// Setup's run shall be changed so.
    void setupEdited(const std::function<void(tunebench::RunConfig&)>& edit);
    void setupRequested();

private:
    void fill();
    void chooseSet(const OrderedJson& row);
    void takeBack(const std::filesystem::path& file, const OrderedJson& row);
    void validateWith(const std::filesystem::path& file);

    QMenu* menu_;
    MessageBar* message_;
    QSettings& settings_;
    const Prompt prompt_;
    const Answers answers_;
};

}  // namespace tunebench::ui
