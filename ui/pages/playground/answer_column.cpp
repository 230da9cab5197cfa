#include "ui/pages/playground/answer_column.h"

#include <algorithm>

#include <QHBoxLayout>
#include <QToolButton>
#include <QVBoxLayout>

#include "core/data/evaluation_set.h"
#include "ui/pages/playground/answer_view.h"
#include "ui/text/core_sentence.h"
#include "ui/text/numbers.h"
#include "ui/text/qt_text.h"
#include "ui/theme/icons.h"
#include "ui/theme/spacing.h"
#include "ui/theme/typography.h"
#include "ui/widgets/combo_edit.h"
#include "ui/widgets/fitting_label.h"

namespace tunebench::ui {
namespace {

constexpr int kNarrowest = 180;

QString finishText(FinishReason reason) {
    switch (reason) {
        case FinishReason::EndToken:
            return AnswerColumn::tr("ended by itself");
        case FinishReason::StopText:
            return AnswerColumn::tr("ended at a stop text");
        case FinishReason::MaxTokens:
            return AnswerColumn::tr("cut at the longest answer");
        case FinishReason::ContextFull:
            return AnswerColumn::tr("the model's context is full");
        case FinishReason::Cancelled:
            break;
    }
    return AnswerColumn::tr("stopped");
}

QString tokensText(std::int64_t tokens) {
    return tokens == 1 ? AnswerColumn::tr("1 token") : AnswerColumn::tr("%1 tokens").arg(tokens);
}

/// A line a label, below what was classified.
QString labelsText(const std::vector<LabelProbability>& labels) {
    QString text;
    for (const auto& [label, probability] : labels)
        text += QStringLiteral("\n%1  %2").arg(probabilityText(probability), toQt(label));
    return text;
}

}  // namespace

AnswerColumn::AnswerColumn(QWidget* parent) : Card({}, parent) {
    layout()->setContentsMargins(spacing::kUnit, spacing::kUnit, spacing::kUnit, spacing::kUnit);
    setMinimumWidth(kNarrowest);
    setAccessibleName(tr("Answer"));
    buildHeader();
    view_ = new AnswerView(this);
    view_->setObjectName(QStringLiteral("answer"));
    view_->setPlaceholderText(tr("The answer appears here."));
    body()->addWidget(view_, 1);
    state_ = new FittingLabel(this);
    state_->setObjectName(QStringLiteral("answer_state"));
    state_->setFont(fontFor(TextRole::Caption, state_->font()));
    setMuted(state_);
    state_->setContentsMargins(spacing::kHalf, 0, spacing::kHalf, 0);  // below the text of the answer
    state_->setMinimumHeight(state_->fontMetrics().height());
    body()->addWidget(state_);
    connect(view_, &AnswerView::currentChanged, this, &AnswerColumn::currentChanged);
    offer({baseSpeaker()});
}

void AnswerColumn::buildHeader() {
    who_ = new ComboEdit(this);
    who_->setObjectName(QStringLiteral("speaker"));
    who_->setAccessibleName(tr("Who answers"));
    header()->addWidget(who_, 1);
    close_ = new QToolButton(this);
    close_->setObjectName(QStringLiteral("remove_column"));
    close_->setIcon(icon(QStringLiteral("close")));
    close_->setToolTip(tr("Take this column away"));
    close_->setAccessibleName(tr("Take this column away"));
    header()->addWidget(close_);
    connect(who_, &QComboBox::activated, this, &AnswerColumn::onChosen);
    connect(close_, &QToolButton::clicked, this, &AnswerColumn::closeRequested);
}

void AnswerColumn::setClosable(bool isClosable) {
    close_->setVisible(isClosable);
}

void AnswerColumn::offer(const std::vector<Speaker>& speakers) {
    speakers_ = speakers;
    const auto present = std::find(speakers_.begin(), speakers_.end(), speaker_);
    if (present != speakers_.end())
        speaker_ = *present;  // a paused run has gone on since
    else
        speakers_.push_back(speaker_);
    const QSignalBlocker blocker(who_);
    who_->clear();
    for (const auto& speaker : speakers_) {
        who_->addItem(speaker.name);
        who_->setItemData(who_->count() - 1, toQt(speaker.folder), Qt::ToolTipRole);
    }
    who_->insertSeparator(who_->count());
    who_->addItem(icon(QStringLiteral("folder")), tr("Another adapter…"));
    choose(speaker_);
}

void AnswerColumn::choose(const Speaker& speaker) {
    if (!(speaker == speaker_))
        forget();
    speaker_ = speaker;
    const auto place = std::find(speakers_.begin(), speakers_.end(), speaker);
    if (place == speakers_.end()) {
        speakers_.push_back(speaker);
        who_->insertItem(static_cast<int>(speakers_.size()) - 1, speaker.name);
    }
    who_->setCurrentIndex(
        static_cast<int>(std::find(speakers_.begin(), speakers_.end(), speaker) - speakers_.begin()));
    who_->setToolTip(speaker.folder.empty() ? speaker.name : toQt(speaker.folder));
}

void AnswerColumn::onChosen(int index) {
    const auto number = static_cast<std::size_t>(index);
    if (number < speakers_.size())
        return choose(Speaker(speakers_[number]));
    choose(speaker_);  // until a folder is chosen
    Q_EMIT folderRequested();
}

void AnswerColumn::complete(GenerateRequest& request) const {
    request.of_paused_run = speaker_.kind == Speaker::PausedRun;
    if (speaker_.kind == Speaker::Adapter)
        request.adapters = {{.folder = speaker_.folder}};
    if (request.chat)
        request.chat->before.insert(request.chat->before.end(), turns_.begin(), turns_.end());
}

void AnswerColumn::begin(std::int64_t number, const GenerateRequest& request) {
    const bool wasChat = chat_.has_value();
    if (!request.chat || !wasChat)
        forget();
    request_ = number;
    who_->setEnabled(false);
    chat_ = request.chat;
    prompt_ = request.prompts.front();
    said_.clear();
    tokens_ = 0;
    hasAnswer_ = false;
    if (chat_)
        view_->addHeading(tr("You"));
    view_->addPrompt(toQt(prompt_));
    if (chat_)
        view_->addHeading(speaker_.name);
    showState();
}

void AnswerColumn::take(const GenerationProgress& progress) {
    view_->addToken(progress.token);
    said_ += progress.token.text;
    ++tokens_;
    showState();
}

void AnswerColumn::finish(const Result<Generation>& result) {
    request_ = 0;
    who_->setEnabled(true);
    if (result) {
        onReply(*result);
        return;
    }
    const bool isStopped = result.error().code == ErrorCode::Cancelled;
    const QString text =
        isStopped ? finishText(FinishReason::Cancelled) : coreSentence(result.error().message);
    state_->setTexts({text});
    state_->setToolTip(isStopped ? QString() : coreSentence(result.error().hint));
    if (!isStopped)
        view_->addHeading(text + QLatin1Char('\n') + coreSentence(result.error().hint));
}

void AnswerColumn::onReply(const Generation& generation) {
    const auto& answer = generation.answers.front();
    if (answer.pieces.empty() && !answer.labels.empty())
        view_->addText(labelsText(answer.labels));
    else
        view_->replaceAnswer(answer.pieces);
    endTurn(answer.text);
    state_->setTexts(endTexts(generation));
}

void AnswerColumn::endTurn(const std::string& text) {
    said_ = text;
    hasAnswer_ = true;
    if (!chat_)
        return;
    turns_.push_back({.role = "user", .content = prompt_});
    turns_.push_back({.role = "assistant", .content = text});
}

void AnswerColumn::stop() {
    if (request_ == 0)
        return;
    request_ = 0;
    who_->setEnabled(true);
    if (tokens_ > 0)
        endTurn(said_);
    state_->setTexts({tr("%1 · %2").arg(tokensText(tokens_), finishText(FinishReason::Cancelled))});
}

void AnswerColumn::forget() {
    stop();
    view_->clearAll();
    turns_.clear();
    chat_.reset();
    hasAnswer_ = false;
    state_->setTexts({QString()});
}

std::optional<OrderedJson> AnswerColumn::row() const {
    if (!hasAnswer_)
        return {};
    if (!chat_)
        return completion_row(prompt_, said_);
    auto messages = OrderedJson::array();
    for (const auto& message : chat_->before)
        messages.push_back({{"role", message.role}, {"content", message.content}});
    messages.push_back({{"role", "user"}, {"content", prompt_}});
    return conversation_row(std::move(messages), said_);
}

void AnswerColumn::showState() {
    state_->setTexts(
        {tokens_ == 0 ? tr("Waiting for its turn…") : tr("Answering: %1").arg(tokensText(tokens_))});
}

/// The longest first.
QStringList AnswerColumn::endTexts(const Generation& generation) const {
    const auto& answer = generation.answers.front();
    const QString end = finishText(answer.finish);
    if (!answer.labels.empty())
        return {tr("%1 read").arg(tokensText(answer.prompt_tokens))};
    const QString speed = speedText(generation.tokens_per_second);
    const QString brief = QStringLiteral("%1 · %2").arg(speed, end);
    const QString middle = QStringLiteral("%1 · %2").arg(tokensText(answer.tokens), brief);
    QStringList texts{middle, brief, end};
    if (generation.load_seconds > 0.0)
        texts.prepend(tr("%1 · loaded in %2").arg(middle, durationText(generation.load_seconds)));
    else if (generation.switch_seconds > 0.0)
        texts.prepend(
            tr("%1 · switched in %2 ms").arg(middle).arg(1000.0 * generation.switch_seconds, 0, 'f', 2));
    if (!generation.chat_template.empty())
        texts.prepend(QStringLiteral("%1 · %2").arg(texts.front(), toQt(generation.chat_template)));
    return texts;
}

}  // namespace tunebench::ui
