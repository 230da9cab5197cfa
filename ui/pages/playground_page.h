// PlaygroundPage: the same prompt and seed to the base model and its adapters, side by side, token by token,
// in a chat or as a text to go on from. Also while a run is paused, which can be asked itself.
#pragma once

#include <functional>
#include <optional>

#include <QTimer>
#include <QWidget>

#include "core/run/run_host.h"
#include "ui/pages/playground/answer_columns.h"

class QPushButton;
class QStackedLayout;
class QTabBar;

namespace tunebench::ui {

class MessageBar;
class PathEdit;
class PromptCard;
class PromptKeeper;
class SamplingCard;
class SpeakerSource;
class TokenCard;
class Workbench;

class PlaygroundPage : public QWidget {
    Q_OBJECT

public:
    explicit PlaygroundPage(Workbench& workbench, QWidget* parent = nullptr);
    ~PlaygroundPage() override;

    /// Where nobody has chosen one yet: a folder or a name on the hub.
    void suggestModel(const std::string& model);
    /// The run that is active trains, or is paused after that step.
    void setRun(bool isActive, std::optional<std::int64_t> pausedAt);
    /// In a column of its own.
    void addAdapter(const std::filesystem::path& folder);

    void generate();
    void stop();
    bool isAnswering() const { return columns_->isAnswering(); }

    PathEdit* modelEdit() const { return model_; }
    PromptCard* promptCard() const { return prompt_; }
    PromptKeeper* keeper() const { return keeper_; }
    SamplingCard* sampling() const { return sampling_; }
    TokenCard* tokenCard() const { return token_; }
    AnswerColumns* answers() const { return columns_; }
    MessageBar* message() const { return message_; }

Q_SIGNALS:
    void setupEdited(const std::function<void(tunebench::RunConfig&)>& edit);
    void setupRequested();

protected:
    void showEvent(QShowEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;

private:
    QWidget* buildContent();
    QWidget* buildHeader();
    QWidget* buildModelRow();
    QWidget* buildDesk();
    void fitDesk();
    void connectAnswers();
    void restore();
    void rememberWhenChanged();
    void remember() const;
    void onModelChanged();
    void setChat(bool isChat);
    Result<std::filesystem::path> modelFolder() const;
    void findAdapters();
    Result<GenerateRequest> request() const;
    void onGenerated(const HostReply<Generation>& reply);
    void updateAnswering();
    void tellThatItWaits();
    void chooseModel();
    void chooseAdapter(AnswerColumn* column);

    Workbench& workbench_;
    SpeakerSource* speakers_ = nullptr;
    QStackedLayout* stack_ = nullptr;  // no model yet, the playground
    QTabBar* mode_ = nullptr;
    PathEdit* model_ = nullptr;
    QPushButton* add_ = nullptr;
    MessageBar* message_ = nullptr;
    AnswerColumns* columns_ = nullptr;
    QWidget* desk_ = nullptr;  // prompt, token and sampling
    PromptCard* prompt_ = nullptr;
    TokenCard* token_ = nullptr;
    SamplingCard* sampling_ = nullptr;
    PromptKeeper* keeper_ = nullptr;
    QTimer saving_;
    bool isRunActive_ = false;  // trains or is paused
    bool isTraining_ = false;
};

}  // namespace tunebench::ui
