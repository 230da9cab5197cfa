// MainWindow: the frame: navigation, the stack of pages, the message above them and the status line below.
// What the pages are and how they hang together is in shell/; the pages own what they show.
#pragma once

#include <filesystem>
#include <memory>

#include <QMainWindow>

#include "ui/shell/page.h"

class QPushButton;
class QStackedWidget;

namespace tunebench::ui {

class Closing;
class CommandPalette;
class ComparePage;
class DataPage;
class ExportPage;
class HistoryPage;
class HubPage;
class LivePage;
class MessageBar;
class NavigationRail;
class PlaygroundPage;
class SetupPage;
class Shell;
class StudyPage;
class Workbench;

class MainWindow : public QMainWindow {
    Q_OBJECT

public:
    using enum ui::Page;
    using Page = ui::Page;
    static constexpr int PageCount = kPageCount;

    explicit MainWindow(Workbench& workbench);
    ~MainWindow() override;

    void showPage(Page page);
    Page currentPage() const;
    /// In Setup; false when it cannot be read, and Setup says why.
    bool openRunFile(const std::filesystem::path& file);
    /// Starts what Setup shows once it was checked; if it cannot be started, Setup says why.
    void startWhenChecked();

    SetupPage* setupPage();
    DataPage* dataPage();
    LivePage* livePage();
    HistoryPage* historyPage();
    ComparePage* comparePage();
    StudyPage* studyPage();
    PlaygroundPage* playgroundPage();
    ExportPage* exportPage();
    HubPage* hubPage();
    MessageBar* messageBar() const { return message_; }
    CommandPalette* commandPalette() const { return palette_; }

protected:
    void closeEvent(QCloseEvent* event) override;
    void showEvent(QShowEvent* event) override;

private:
    void buildFrame();
    void buildNavigation();
    void buildStatusBar();
    QPushButton* addStatusButton(const QString& iconName, const QString& text);
    void buildPalette();
    void restoreWindow();
    void afterFirstPaint();

    Workbench& workbench_;
    NavigationRail* rail_ = nullptr;
    QStackedWidget* stack_ = nullptr;
    MessageBar* message_ = nullptr;
    std::unique_ptr<Shell> shell_;
    Closing* closing_ = nullptr;
    CommandPalette* palette_ = nullptr;
    bool wasShown_ = false;
};

}  // namespace tunebench::ui
