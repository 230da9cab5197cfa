#include "ui/pages/playground/prompt_keeper.h"

#include <algorithm>

#include <QFileDialog>
#include <QMenu>
#include <QSettings>

#include "core/data/evaluation_set.h"
#include "ui/text/qt_text.h"
#include "ui/widgets/message_bar.h"

namespace tunebench::ui {
namespace {

constexpr char kSet[] = "playground/evaluation_set";

/// False when it is one already.
bool addSample(RunConfig& config, const std::string& prompt) {
    auto& samples = config.evaluation.samples;
    if (std::find(samples.begin(), samples.end(), prompt) != samples.end())
        return false;
    samples.push_back(prompt);
    return true;
}

void removeSample(RunConfig& config, const std::string& prompt) {
    std::erase(config.evaluation.samples, prompt);
}

}  // namespace

PromptKeeper::PromptKeeper(QMenu* menu, MessageBar* message, QSettings& settings, Prompt prompt,
                           Answers answers)
    : QObject(menu),
      menu_(menu),
      message_(message),
      settings_(settings),
      prompt_(std::move(prompt)),
      answers_(std::move(answers)) {
    connect(menu, &QMenu::aboutToShow, this, &PromptKeeper::fill);
}

void PromptKeeper::fill() {
    menu_->clear();
    QAction* sample = menu_->addAction(tr("As a sample of the run in Setup"), this,
                                       [this] { keepAsSample(prompt_().toStdString()); });
    sample->setEnabled(!prompt_().isEmpty());
    menu_->addSeparator();
    const auto answers = answers_();
    for (const auto& answer : answers)
        menu_->addAction(tr("In an evaluation set, with the answer of %1…").arg(answer.speaker), this,
                         [this, row = answer.row] { chooseSet(row); });
    if (answers.empty())
        menu_->addAction(tr("In an evaluation set: there is no answer yet"))->setEnabled(false);
}

void PromptKeeper::keepAsSample(const std::string& prompt) {
    bool isNew = false;
    Q_EMIT setupEdited([prompt, &isNew](RunConfig& config) { isNew = addSample(config, prompt); });
    message_->show(MessageKind::Success, tr("The run in Setup answers this prompt at each evaluation."),
                   tr("It goes on from the text as it stands, without a chat template."));
    if (isNew)
        message_->addAction(tr("Undo"), [this, prompt] {
            message_->clear();
            Q_EMIT setupEdited([prompt](RunConfig& config) { removeSample(config, prompt); });
        });
    message_->addAction(tr("Show Setup"), [this] { Q_EMIT setupRequested(); });
}

void PromptKeeper::chooseSet(const OrderedJson& row) {
    const QString last = settings_.value(QLatin1String(kSet), QStringLiteral("evaluation.jsonl")).toString();
    // An existing file is added to, not replaced.
    const QString file = QFileDialog::getSaveFileName(
        menu_->parentWidget()->window(), tr("Evaluation set to add to"), last,
        tr("JSON Lines (*.jsonl);;All files (*)"), nullptr, QFileDialog::DontConfirmOverwrite);
    if (!file.isEmpty())
        keepInSet(toPath(file), row);
}

void PromptKeeper::keepInSet(const std::filesystem::path& file, const OrderedJson& row) {
    if (const auto kept = append_evaluation_row(file, row); !kept) {
        message_->showError(kept.error());
        return;
    }
    settings_.setValue(QLatin1String(kSet), toQt(file));
    message_->show(MessageKind::Success, tr("Added to %1.").arg(toQt(file)),
                   tr("The answer counts as right: correct it in the file where it is not."));
    message_->addAction(tr("Undo"), [this, file, row] { takeBack(file, row); });
    message_->addAction(tr("Validate with it"), [this, file] { validateWith(file); });
}

void PromptKeeper::takeBack(const std::filesystem::path& file, const OrderedJson& row) {
    message_->clear();
    if (const auto done = take_back_evaluation_row(file, row); !done)
        message_->showError(done.error());
}

void PromptKeeper::validateWith(const std::filesystem::path& file) {
    message_->clear();
    Q_EMIT setupEdited([file](RunConfig& config) {
        config.data.validation = file.string();
        config.data.validation_share = 0.0;
    });
    Q_EMIT setupRequested();
}

}  // namespace tunebench::ui
