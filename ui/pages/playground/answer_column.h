// AnswerColumn: one that answers: who it is, what it says, and how fast. In a chat it remembers its own
// turns, as answers differ.
#pragma once

#include <optional>
#include <vector>

#include "core/run/run_host.h"
#include "ui/pages/playground/speaker.h"
#include "ui/widgets/card.h"

class QToolButton;

namespace tunebench::ui {

class AnswerView;
class ComboEdit;
class FittingLabel;

class AnswerColumn : public Card {
    Q_OBJECT

public:
    explicit AnswerColumn(QWidget* parent = nullptr);

    /// Who can be chosen. The present choice stays, also when it is none of them any more.
    void offer(const std::vector<Speaker>& speakers);
    void choose(const Speaker& speaker);
    const Speaker& speaker() const { return speaker_; }
    void setClosable(bool isClosable);

    /// Puts who answers, and in a chat the turns before, into the request.
    void complete(GenerateRequest& request) const;
    /// The request was sent under this number; a text to go on from begins a new page.
    void begin(std::int64_t number, const GenerateRequest& request);
    std::int64_t request() const { return request_; }      // 0: none is going on
    const std::string& prompt() const { return prompt_; }  // that was sent last
    void take(const GenerationProgress& progress);
    void finish(const Result<Generation>& result);
    /// What was answered so far stays; what comes later is not taken.
    void stop();
    void forget();

    /// What was asked and answered last, as a row of an evaluation set; nothing without an answer.
    std::optional<OrderedJson> row() const;
    AnswerView* view() const { return view_; }

Q_SIGNALS:
    void folderRequested();
    void closeRequested();
    void currentChanged();

private:
    void buildHeader();
    void onChosen(int index);
    void onReply(const Generation& generation);
    void endTurn(const std::string& text);
    void showState();
    QStringList endTexts(const Generation& generation) const;

    ComboEdit* who_ = nullptr;
    QToolButton* close_ = nullptr;
    AnswerView* view_ = nullptr;
    FittingLabel* state_ = nullptr;
    std::vector<Speaker> speakers_;
    Speaker speaker_ = baseSpeaker();

    std::int64_t request_ = 0;
    std::optional<ChatOptions> chat_;  // of the request
    std::string prompt_;
    std::string said_;         // so far
    std::int64_t tokens_ = 0;  // so far
    bool hasAnswer_ = false;
    std::vector<ChatMessage> turns_;  // of the chat, without the system's message
};

}  // namespace tunebench::ui
