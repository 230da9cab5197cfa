// The wires of each page to the rest of the window: what its requests lead to, and what it is told. Called
// once, when the page is made; each in a file of its own in wires/.
#pragma once

namespace tunebench::ui {

class ComparePage;
class DataPage;
class ExportPage;
class HistoryPage;
class HubPage;
class LivePage;
class PlaygroundPage;
class SettingsPage;
class SetupPage;
class Shell;
class StudyPage;

void wire(SetupPage& page, Shell& shell);
void wire(DataPage& page, Shell& shell);
void wire(LivePage& page, Shell& shell);
void wire(HistoryPage& page, Shell& shell);
void wire(ComparePage& page, Shell& shell);
void wire(StudyPage& page, Shell& shell);
void wire(PlaygroundPage& page, Shell& shell);
void wire(ExportPage& page, Shell& shell);
void wire(HubPage& page, Shell& shell);
inline void wire(SettingsPage&, Shell&) {}  // asks nothing of the others

}  // namespace tunebench::ui
